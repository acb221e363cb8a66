DROP STATISTICS public.on_column;

-- drops_column: column public.orders.zip: drops the column with its values
ALTER TABLE public.orders DROP COLUMN zip;

-- drops_data: table public.gone: drops the rows that it holds
DROP TABLE public.gone;
