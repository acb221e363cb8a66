ALTER OPERATOR public.@@@ (integer, integer) SET SCHEMA s;
