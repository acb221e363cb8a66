-- changes_authorization: policy public.a.p: changes who may see or do what
DROP POLICY p ON public.a;

-- recreates_view: view public.pv: drops the view and makes it again
DROP VIEW public.pv;

-- recreates_view: view public.v: drops the view and makes it again
DROP VIEW public.v;

-- drops_column: column public.person.city: drops the column with its values
ALTER TABLE public.person DROP COLUMN city;

-- recreates_object: routine public.f(): drops the object and makes it again
DROP FUNCTION public.f();

CREATE TABLE public.address (
    person_id integer NOT NULL,
    city text,
    CONSTRAINT address_pkey PRIMARY KEY (person_id),
    CONSTRAINT address_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person (id)
);

ALTER TABLE public.a ADD COLUMN x integer;

CREATE VIEW public.pv AS
SELECT id, city FROM person LEFT JOIN address ON person_id = id;

CREATE OR REPLACE VIEW public.w AS
SELECT a.id, a.x FROM a JOIN b USING (id);

-- drops_column: column public.b.x: drops the column with its values
ALTER TABLE public.b DROP COLUMN x;

CREATE FUNCTION public.f()
    RETURNS SETOF integer
    LANGUAGE sql
BEGIN ATOMIC
 SELECT x FROM a JOIN b USING (id);
END;

CREATE VIEW public.v AS
SELECT id, (SELECT x FROM b LIMIT 1) FROM a;

-- changes_authorization: policy public.a.p: changes who may see or do what
CREATE POLICY p ON public.a
    USING (id IN (SELECT x FROM b));
