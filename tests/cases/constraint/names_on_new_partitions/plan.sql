CREATE TABLE public.visit (
    day date NOT NULL,
    visitor integer,
    room integer,
    CONSTRAINT visit_pkey PRIMARY KEY (day),
    CONSTRAINT visit_day_room_key UNIQUE (day, room),
    CONSTRAINT visit_visitor_fkey FOREIGN KEY (visitor) REFERENCES public.visitor (id)
) PARTITION BY range (day);

CREATE TABLE public.visit_2026 PARTITION OF public.visit FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY range (day);

CREATE TABLE public.visit_first_half PARTITION OF public.visit_2026 FOR VALUES FROM ('2026-01-01') TO ('2026-07-01');

CREATE TABLE public.visit_old PARTITION OF public.visit FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

ALTER TABLE public.visit_first_half RENAME CONSTRAINT visit_visitor_fkey TO of_visitor;

ALTER TABLE public.visit_first_half RENAME CONSTRAINT visit_first_half_day_room_key TO visit_2026_1_day_room_key;

ALTER TABLE public.visit_first_half RENAME CONSTRAINT visit_first_half_pkey TO visit_2026_1_pkey;

ALTER TABLE public.visit_old RENAME CONSTRAINT visit_old_day_room_key TO visit_2025_day_room_key;

ALTER TABLE public.visit_old RENAME CONSTRAINT visit_old_pkey TO visit_2025_pkey;

CREATE INDEX visit_2025_room_idx ON public.visit_old (room);

CREATE INDEX visit_2026_1_room_idx ON public.visit_first_half (room);

CREATE INDEX visit_room_idx ON public.visit (room);
