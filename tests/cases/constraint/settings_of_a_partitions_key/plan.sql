CREATE TABLE public.item (
    id integer,
    CONSTRAINT item_id_key UNIQUE (id) WITH (fillfactor='60')
) PARTITION BY range (id);

CREATE TABLE public.item_all PARTITION OF public.item DEFAULT;

ALTER TABLE public.item_all CLUSTER ON item_all_id_key;

ALTER INDEX public.item_all_id_key RESET (fillfactor);

ALTER TABLE public.kept_all CLUSTER ON kept_all_pkey;

ALTER INDEX public.kept_all_pkey SET (fillfactor='50');
