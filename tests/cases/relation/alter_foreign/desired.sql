CREATE FOREIGN DATA WRAPPER plain;
CREATE SERVER far FOREIGN DATA WRAPPER plain;
CREATE FOREIGN TABLE far_book (id bigint OPTIONS (column_name 'b', key 'true') NOT NULL, author text) SERVER far OPTIONS (table_name 'tomes', updatable 'no');
