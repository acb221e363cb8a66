CREATE TYPE size AS ENUM ('small', 'large');
CREATE TYPE width AS ENUM ('small', 'large', 'wide');
CREATE TABLE t (a size, b size[], c uuid, d time);
