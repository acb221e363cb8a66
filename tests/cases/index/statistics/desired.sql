CREATE TABLE book (id int, title text, note text);
CREATE INDEX a ON book (id, (title || note), (lower(note)));
ALTER INDEX a ALTER COLUMN 3 SET STATISTICS 100;
CREATE INDEX b ON book ((lower(title)));
ALTER INDEX b ALTER COLUMN 1 SET STATISTICS 10;
