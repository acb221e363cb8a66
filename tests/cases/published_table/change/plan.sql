-- stops_replication: published table public.log in chosen: takes changes away from those who subscribe to it
ALTER PUBLICATION chosen DROP TABLE public.log;

ALTER PUBLICATION chosen DROP TABLE ONLY public.orders;

-- drops_data: table public.gone: drops the rows that it holds
DROP TABLE public.gone;

CREATE TABLE public.child () INHERITS (public.orders);

ALTER PUBLICATION chosen ADD TABLE ONLY public.orders (id, zip) WHERE (id > 100);
