CREATE TABLE visitor (id int PRIMARY KEY);
