CREATE TABLE p (a integer, b integer);
CREATE UNIQUE INDEX p_u ON p (b, a);
CREATE TABLE q (a integer, b integer, CONSTRAINT q_fkey FOREIGN KEY (a, b) REFERENCES p (a, b));
