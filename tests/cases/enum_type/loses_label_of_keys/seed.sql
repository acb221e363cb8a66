INSERT INTO t VALUES ('a', 'a'), ('c', 'a');
INSERT INTO u VALUES (1, 'c');
INSERT INTO w VALUES (1, 'a');
INSERT INTO x VALUES (1, 'a');
