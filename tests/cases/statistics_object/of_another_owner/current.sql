CREATE TABLE book (a integer, b text);
CREATE STATISTICS st ON a, b FROM book;
COMMENT ON STATISTICS st IS 'st';
ALTER STATISTICS st OWNER TO pg_monitor;
