CREATE FOREIGN DATA WRAPPER plain;
CREATE SERVER far FOREIGN DATA WRAPPER plain;
CREATE FOREIGN TABLE far_book (id int OPTIONS (column_name 'a'), title text) SERVER far OPTIONS (table_name 'books', "limit" '1');
