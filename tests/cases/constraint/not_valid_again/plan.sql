CREATE TABLE public.c3 () INHERITS (public.p);

ALTER TABLE public.p DROP CONSTRAINT k;

ALTER TABLE public.p ADD CONSTRAINT k CHECK (a > 0) NOT VALID;

-- needs_valid_data: constraint public.c2.k: fails when a present row breaks the rule
ALTER TABLE public.c2 VALIDATE CONSTRAINT k;
