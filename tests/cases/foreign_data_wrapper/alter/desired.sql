CREATE FOREIGN DATA WRAPPER plain OPTIONS (host 'b', dbname 'shop');
