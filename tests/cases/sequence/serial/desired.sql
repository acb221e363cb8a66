CREATE TABLE a (x integer, id bigserial PRIMARY KEY);
CREATE TABLE b (id serial, n smallserial);
