CREATE TYPE size AS ENUM ('small', 'large');
CREATE DOMAIN amount AS numeric CHECK (VALUE >= 0);
CREATE TABLE t (a size[], b size, c amount);
