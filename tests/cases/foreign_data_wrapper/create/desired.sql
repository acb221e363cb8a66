CREATE FOREIGN DATA WRAPPER plain;
CREATE FOREIGN DATA WRAPPER "Odd one" VALIDATOR postgresql_fdw_validator OPTIONS (dbname 'it''s', port '1');
GRANT USAGE ON FOREIGN DATA WRAPPER plain TO pg_monitor;
COMMENT ON FOREIGN DATA WRAPPER plain IS 'nothing behind it';
