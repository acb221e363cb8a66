CREATE DOMAIN email AS text DEFAULT 'x@y' NOT NULL
    CONSTRAINT email_check CHECK (VALUE ~ '@');
CREATE TABLE t (e email);
