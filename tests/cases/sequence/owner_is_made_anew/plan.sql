ALTER SEQUENCE public.numbers OWNED BY NONE;

-- drops_data: table public.first: drops the rows that it holds
DROP TABLE public.first;

CREATE TABLE public.other PARTITION OF public.visit FOR VALUES IN (1);

ALTER SEQUENCE public.numbers OWNED BY public.other.id;
