CREATE TABLE public.merged (
    r int4range,
    CONSTRAINT merged_r_excl EXCLUDE USING gist (r WITH &&)
);

CREATE TABLE public.t (
    a integer NOT NULL,
    b integer,
    r int4range,
    CONSTRAINT z_pkey PRIMARY KEY (a),
    CONSTRAINT b_key UNIQUE (b),
    CONSTRAINT apart EXCLUDE USING gist (r WITH &&) WHERE (b > 0)
);

ALTER TABLE public.t ADD CONSTRAINT a_key UNIQUE (a);

ALTER TABLE public.t ADD CONSTRAINT b_key_again UNIQUE (b);

ALTER TABLE public.t ADD CONSTRAINT apart_again EXCLUDE USING gist (r WITH &&) WHERE (b > 0);
