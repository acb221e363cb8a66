CREATE TABLE book (id int, title text, note text);
CREATE INDEX a ON book (id, (title || note), (lower(note)));
ALTER INDEX a ALTER COLUMN 2 SET STATISTICS 500;
