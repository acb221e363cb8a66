CREATE SEQUENCE public.a_id_seq;

CREATE SEQUENCE public.b_id_seq AS integer;

CREATE SEQUENCE public.b_n_seq AS smallint;

CREATE TABLE public.b (
    id integer DEFAULT nextval('public.b_id_seq'::regclass) NOT NULL,
    n smallint DEFAULT nextval('public.b_n_seq'::regclass) NOT NULL
);

ALTER SEQUENCE public.b_id_seq OWNED BY public.b.id;

ALTER SEQUENCE public.b_n_seq OWNED BY public.b.n;

-- rewrites_table: column public.a.id: rewrites the table while nobody can read or write it
ALTER TABLE public.a ADD COLUMN id bigint DEFAULT nextval('public.a_id_seq'::regclass) NOT NULL;

ALTER SEQUENCE public.a_id_seq OWNED BY public.a.id;

-- needs_unique_data: constraint public.a.a_pkey: fails when present rows repeat a value
-- blocks_reads: constraint public.a.a_pkey: blocks reads and writes while it runs
ALTER TABLE public.a ADD CONSTRAINT a_pkey PRIMARY KEY (id);
