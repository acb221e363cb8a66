-- pgplumb: no-transaction

-- irreversible: enum type public.state: can't be undone by a down migration (a label can't be removed again)
ALTER TYPE public.state ADD VALUE 'draft';

ALTER TABLE public.t ALTER COLUMN s SET DEFAULT 'draft'::state;
