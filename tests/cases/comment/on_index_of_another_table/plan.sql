-- drops_data: table public.book: drops the rows that it holds
DROP TABLE public.book;

CREATE TABLE public.volume (
    id integer NOT NULL,
    CONSTRAINT its_key PRIMARY KEY (id)
);

COMMENT ON INDEX public.its_key IS 'the index';

COMMENT ON CONSTRAINT its_key ON public.volume IS 'the key';
