-- Who owns which part of the shop.

CREATE SCHEMA catalog;
COMMENT ON SCHEMA catalog IS 'What can be bought: books, the people who made them, prices';
GRANT USAGE ON SCHEMA catalog TO PUBLIC;

CREATE SCHEMA sales;
COMMENT ON SCHEMA sales IS 'Who buys it: customers, orders, payments';

CREATE SCHEMA reporting;
COMMENT ON SCHEMA reporting IS 'Read-only views for the office; nothing here holds data of its own';

-- For titles with typing errors in them, and for price periods that must not overlap.
CREATE EXTENSION pg_trgm WITH SCHEMA public;
CREATE EXTENSION btree_gist WITH SCHEMA public;
