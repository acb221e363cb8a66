DROP FUNCTION catalog.search(text, int);

ALTER TABLE catalog.book DROP CONSTRAINT book_publisher_id_fkey;
ALTER TABLE catalog.book ADD FOREIGN KEY (publisher_id) REFERENCES catalog.publisher (id);

DROP INDEX catalog.book_recent_idx;
DROP INDEX catalog.book_title_trgm_idx;
ALTER TABLE catalog.book DROP COLUMN summary;
ALTER TABLE catalog.book ALTER COLUMN title TYPE varchar(200) USING left(title, 200);

DROP INDEX catalog.author_name_idx;
ALTER TABLE catalog.author RENAME COLUMN family_name TO name;
DROP EXTENSION pg_trgm;
