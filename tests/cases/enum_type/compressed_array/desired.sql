CREATE TYPE mood AS ENUM ('ok', 'glad');
CREATE TABLE book (a mood[], b mood);
ALTER TABLE book ALTER COLUMN a SET COMPRESSION pglz, ALTER COLUMN a SET STORAGE main;
