CREATE TYPE width AS ENUM ('small', 'large');
CREATE DOMAIN sum AS numeric CHECK (VALUE >= 0);
CREATE TABLE t (a width[], b text, c sum);
