CREATE TABLE author (house integer, id integer, PRIMARY KEY (house, id));
CREATE TABLE work (house integer, author integer, CONSTRAINT work_author FOREIGN KEY (house, author) REFERENCES author ON DELETE SET NULL);
