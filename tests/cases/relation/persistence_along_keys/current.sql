CREATE TABLE a (k integer PRIMARY KEY);
CREATE TABLE b (k integer UNIQUE, r integer REFERENCES a);
CREATE TABLE aa (k integer PRIMARY KEY, r integer REFERENCES b (k), s integer REFERENCES aa);
CREATE TABLE z (r integer REFERENCES aa, s integer);
CREATE TABLE loop1 (k integer PRIMARY KEY, o integer);
CREATE TABLE loop2 (k integer PRIMARY KEY, o integer REFERENCES loop1);
CREATE TABLE loop3 (k integer PRIMARY KEY, o integer REFERENCES loop2);
ALTER TABLE loop1 ADD CONSTRAINT back FOREIGN KEY (o) REFERENCES loop3;
CREATE TABLE goes (k integer PRIMARY KEY, o integer REFERENCES a);
