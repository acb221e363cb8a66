CREATE TABLE tome (title text);
CREATE VIEW book AS SELECT title FROM tome;
