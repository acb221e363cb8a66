CREATE TABLE book (id bigint, title text);
ALTER TABLE book OWNER TO pg_read_all_settings;
GRANT SELECT ON book TO pg_monitor;
GRANT SELECT (title) ON book TO pg_monitor, pg_read_all_stats;
CREATE VIEW titles AS SELECT title FROM book;
ALTER VIEW titles OWNER TO pg_read_all_settings;
GRANT SELECT ON titles TO pg_read_all_settings WITH GRANT OPTION;
GRANT SELECT ON titles TO pg_read_all_stats;
