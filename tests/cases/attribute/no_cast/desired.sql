CREATE TYPE size AS ENUM ('small', 'large');
CREATE TYPE width AS ENUM ('small', 'large', 'wide');
CREATE TABLE t (a width, b width[], c bytea, d interval);
