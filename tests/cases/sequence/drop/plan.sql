-- irreversible: sequence public.s: can't be undone by a down migration (its position is lost)
DROP SEQUENCE public.s;
