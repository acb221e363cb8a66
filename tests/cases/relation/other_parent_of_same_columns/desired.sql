CREATE TABLE new_base (id bigint, label text NOT NULL);
CREATE TABLE other_base (id bigint, label text NOT NULL);
CREATE TABLE child (extra integer) INHERITS (new_base, other_base);
