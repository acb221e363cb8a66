CREATE EXTENSION pgcrypto;
CREATE TABLE t (b integer);
