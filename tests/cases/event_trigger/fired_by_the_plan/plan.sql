ALTER TABLE public.cat ADD COLUMN more text;

CREATE OR REPLACE FUNCTION public.guard()
    RETURNS event_trigger
    LANGUAGE plpgsql
AS $$ begin perform more from cat; end $$;

-- drops_column: column public.cat.extra: drops the column with its values
ALTER TABLE public.cat DROP COLUMN extra;

-- drops_data: table public.z: drops the rows that it holds
DROP TABLE public.z;
