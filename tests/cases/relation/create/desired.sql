CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
CREATE UNLOGGED TABLE log (at timestamptz DEFAULT now() NOT NULL, message text) WITH (autovacuum_enabled=false, fillfactor=70);
CREATE TABLE "Order; DROP TABLE book" ("select" integer, "a""b" text DEFAULT 'it''s; -- fine');
ALTER TABLE log ENABLE ROW LEVEL SECURITY;
ALTER TABLE log REPLICA IDENTITY FULL;
CREATE TABLE nothing ();
