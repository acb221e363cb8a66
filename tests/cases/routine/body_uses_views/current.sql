CREATE TABLE item (x integer);
