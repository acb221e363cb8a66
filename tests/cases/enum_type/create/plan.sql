CREATE TYPE public.state AS ENUM ('new', 'it''s; used');

ALTER TABLE public.book ADD COLUMN state public.state DEFAULT 'new' NOT NULL;
