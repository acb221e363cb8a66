CREATE TABLE t (a integer UNIQUE NOT NULL, b integer PRIMARY KEY);
CREATE TABLE c (b integer CONSTRAINT c_fkey REFERENCES t (b));
CREATE TABLE p (a integer, b integer, CONSTRAINT p_key UNIQUE (a, b));
CREATE TABLE q (a integer, b integer, CONSTRAINT q_fkey FOREIGN KEY (a, b) REFERENCES p (a, b));
