CREATE TABLE book (id bigint, title text);
GRANT SELECT ON book TO pg_monitor WITH GRANT OPTION;
