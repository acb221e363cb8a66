CREATE TABLE kept (id integer);
-- The child was there before its parent's columns were stored otherwise.
CREATE TABLE parent (id integer, body text, note text);
CREATE TABLE child () INHERITS (parent);
ALTER TABLE ONLY parent ALTER COLUMN body SET STORAGE EXTERNAL, ALTER COLUMN note SET COMPRESSION pglz;
-- The table's key needs a column that has settings.
CREATE TABLE whole (key text, body text) PARTITION BY RANGE (key);
CREATE TABLE part PARTITION OF whole DEFAULT;
ALTER TABLE ONLY whole ALTER COLUMN key SET COMPRESSION pglz, ALTER COLUMN body SET STORAGE MAIN;
