ALTER OPERATOR public.=== (integer, integer) SET (RESTRICT = NONE, JOIN = pg_catalog.eqjoinsel);
