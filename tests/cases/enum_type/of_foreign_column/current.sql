CREATE TYPE size AS ENUM ('small', 'large');
CREATE FOREIGN DATA WRAPPER far;
CREATE SERVER there FOREIGN DATA WRAPPER far;
CREATE FOREIGN TABLE shelf (id bigint, size size, note text) SERVER there;
