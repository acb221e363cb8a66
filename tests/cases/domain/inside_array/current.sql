CREATE DOMAIN dm AS integer;
CREATE DOMAIN nn AS integer;
CREATE TABLE td (da dm[], db nn[]);
