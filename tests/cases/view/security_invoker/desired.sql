CREATE TABLE book (id integer PRIMARY KEY, title text);
CREATE VIEW v WITH (security_invoker=true) AS SELECT id, title FROM book;
