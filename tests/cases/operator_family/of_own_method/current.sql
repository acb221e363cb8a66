CREATE TABLE orders (id bigint NOT NULL, city text NOT NULL);
