CREATE TABLE old_base (id bigint, label text NOT NULL);
CREATE TABLE other_base (id bigint, label text NOT NULL);
CREATE TABLE child (extra integer) INHERITS (old_base);
