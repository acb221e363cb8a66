CREATE TABLE book (id int CONSTRAINT book_pkey PRIMARY KEY, isbn text CONSTRAINT book_isbn UNIQUE);
COMMENT ON INDEX book_pkey IS 'other';
COMMENT ON INDEX book_isbn IS 'new';
