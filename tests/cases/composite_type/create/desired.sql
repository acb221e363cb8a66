CREATE TYPE pair AS (a integer, b text COLLATE "C");
CREATE TABLE t (p pair);
