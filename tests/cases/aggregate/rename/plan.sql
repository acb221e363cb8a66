ALTER AGGREGATE public.total(integer) RENAME TO summed;

ALTER AGGREGATE public.summed(integer) SET SCHEMA s;
