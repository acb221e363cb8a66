ALTER TABLE public.goes DROP CONSTRAINT goes_o_fkey;

ALTER TABLE public.loop1 DROP CONSTRAINT back;

-- rewrites_table: table public.loop3: rewrites the table while nobody can read or write it
ALTER TABLE public.loop3 SET UNLOGGED;

-- rewrites_table: table public.loop2: rewrites the table while nobody can read or write it
ALTER TABLE public.loop2 SET UNLOGGED;

-- rewrites_table: table public.loop1: rewrites the table while nobody can read or write it
ALTER TABLE public.loop1 SET UNLOGGED;

-- rewrites_table: table public.z: rewrites the table while nobody can read or write it
ALTER TABLE public.z SET UNLOGGED;

-- rewrites_table: table public.aa: rewrites the table while nobody can read or write it
ALTER TABLE public.aa SET UNLOGGED;

-- rewrites_table: table public.b: rewrites the table while nobody can read or write it
ALTER TABLE public.b SET UNLOGGED;

-- rewrites_table: table public.a: rewrites the table while nobody can read or write it
ALTER TABLE public.a SET UNLOGGED;

-- needs_valid_data: constraint public.loop1.back: fails when a present row breaks the rule
-- scans_table: constraint public.loop1.back: reads the whole table under its lock
ALTER TABLE public.loop1 ADD CONSTRAINT back FOREIGN KEY (o) REFERENCES public.loop3 (k);

-- needs_valid_data: constraint public.z.z_s_fkey: fails when a present row breaks the rule
-- scans_table: constraint public.z.z_s_fkey: reads the whole table under its lock
ALTER TABLE public.z ADD CONSTRAINT z_s_fkey FOREIGN KEY (s) REFERENCES public.a (k);
