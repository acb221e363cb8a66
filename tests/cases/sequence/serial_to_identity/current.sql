CREATE TABLE a (id serial PRIMARY KEY, x integer);
