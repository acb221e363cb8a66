CREATE TABLE book (title text);
CREATE FUNCTION first_title() RETURNS text LANGUAGE sql AS 'SELECT title FROM book LIMIT 1';
CREATE TABLE note (t text DEFAULT first_title());
