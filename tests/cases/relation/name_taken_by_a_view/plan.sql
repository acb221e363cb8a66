ALTER TABLE public.book RENAME TO tome;

CREATE VIEW public.book AS
SELECT title FROM tome;
