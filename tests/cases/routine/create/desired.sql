CREATE TABLE book (
    id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL,
    price numeric(10,2),
    CONSTRAINT book_pkey PRIMARY KEY (id)
);
CREATE FUNCTION total(low numeric DEFAULT 0, OUT n bigint, OUT s numeric)
    LANGUAGE sql STABLE STRICT SECURITY DEFINER PARALLEL SAFE COST 50
    SET search_path TO 'public', 'pg_temp'
    AS $$ SELECT count(*), sum(price) FROM book WHERE price > low $$;
CREATE PROCEDURE clear(VARIADIC ids bigint[])
    LANGUAGE plpgsql AS $body$ BEGIN EXECUTE $$ SELECT 1; $$; END $body$;
CREATE FUNCTION rows_of() RETURNS TABLE (id bigint, title text) LANGUAGE sql ROWS 10 AS 'SELECT id, title FROM book';
