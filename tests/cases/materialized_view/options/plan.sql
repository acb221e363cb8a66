ALTER MATERIALIZED VIEW public.mv SET (fillfactor='70');
