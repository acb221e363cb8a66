CREATE TABLE public.m (
    a integer,
    CONSTRAINT m_a_check CHECK (a > 0)
) PARTITION BY list (a);

CREATE TABLE public.some_of_them PARTITION OF public.m FOR VALUES IN (1, 2);

CREATE TABLE public.others PARTITION OF public.m DEFAULT;
