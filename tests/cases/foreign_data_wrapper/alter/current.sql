CREATE FOREIGN DATA WRAPPER plain VALIDATOR postgresql_fdw_validator OPTIONS (host 'a', port '1');
