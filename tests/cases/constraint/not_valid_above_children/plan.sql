CREATE TABLE public.c1 () INHERITS (public.p);

CREATE TABLE public.c11 () INHERITS (public.c1);

CREATE TABLE public.q1 PARTITION OF public.q FOR VALUES IN (1);

ALTER TABLE public.p ADD CONSTRAINT k CHECK (a > 0) NOT VALID;

CREATE TABLE public.c12 () INHERITS (public.c1);

CREATE TABLE public.c2 () INHERITS (public.p);

-- needs_valid_data: constraint public.c0.k: fails when a present row breaks the rule
ALTER TABLE public.c0 VALIDATE CONSTRAINT k;

ALTER TABLE public.q ADD CONSTRAINT k CHECK (a > 0) NOT VALID;

CREATE TABLE public.q2 PARTITION OF public.q FOR VALUES IN (2);
