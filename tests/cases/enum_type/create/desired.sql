CREATE TYPE state AS ENUM ('new', 'it''s; used');
CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    state state DEFAULT 'new' NOT NULL,
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
