CREATE TABLE book (id bigint, title text, price numeric);
GRANT SELECT, INSERT ON book TO pg_monitor;
GRANT SELECT (id, title) ON book TO pg_monitor;
GRANT SELECT (title) ON book TO pg_monitor WITH GRANT OPTION;
GRANT SELECT ON book TO pg_read_all_data WITH GRANT OPTION;
GRANT SELECT (price) ON book TO pg_read_all_data WITH GRANT OPTION;
