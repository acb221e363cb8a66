CREATE TABLE book (id bigint, title text, price numeric);
GRANT UPDATE (id, title), REFERENCES (title, price) ON book TO pg_monitor;
GRANT SELECT (id), INSERT (id), REFERENCES (id) ON book TO pg_read_all_data WITH GRANT OPTION;
GRANT ALL (price) ON book TO pg_read_all_data;
