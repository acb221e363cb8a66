CREATE TABLE t (a integer, b integer, c integer);
GRANT ALL (a, b) ON t TO pg_monitor;
GRANT ALL (c) ON t TO pg_monitor WITH GRANT OPTION;
