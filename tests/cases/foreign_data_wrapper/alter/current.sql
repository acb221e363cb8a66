CREATE FOREIGN DATA WRAPPER plain OPTIONS (host 'a', port '1');
