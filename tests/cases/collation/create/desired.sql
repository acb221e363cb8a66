CREATE COLLATION german (PROVIDER = icu, LOCALE = 'de-u-co-phonebk');
CREATE COLLATION any_case (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);
CREATE COLLATION plain FROM "C";
COMMENT ON COLLATION german IS 'As in a telephone book';
CREATE TABLE t (a text, b text COLLATE german);
CREATE INDEX t_a_idx ON t (a COLLATE any_case);
