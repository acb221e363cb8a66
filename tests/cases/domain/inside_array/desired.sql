CREATE DOMAIN dm AS integer CONSTRAINT dm_check CHECK (VALUE > 0);
CREATE DOMAIN nn AS integer NOT NULL;
CREATE TABLE td (da dm[], db nn[]);
