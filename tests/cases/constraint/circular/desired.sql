CREATE TABLE a (id integer PRIMARY KEY, b integer);
CREATE TABLE b (id integer PRIMARY KEY, a integer REFERENCES a (id));
ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b (id);
