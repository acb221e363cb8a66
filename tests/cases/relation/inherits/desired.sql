CREATE TABLE base (id bigint NOT NULL, added date DEFAULT now(), CONSTRAINT base_check CHECK (id > 0));
CREATE TABLE child (extra text) INHERITS (base);
CREATE TABLE other (more text) INHERITS (base);
