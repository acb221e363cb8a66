CREATE TABLE parent (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);
CREATE TABLE child (c text, b integer) INHERITS (parent);
