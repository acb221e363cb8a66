-- irreversible: enum type public.state: can't be undone by a down migration (a label can't be removed again)
ALTER TYPE public.state ADD VALUE 'a' BEFORE 'b';

-- irreversible: enum type public.state: can't be undone by a down migration (a label can't be removed again)
ALTER TYPE public.state ADD VALUE 'c' AFTER 'b';

-- irreversible: enum type public.state: can't be undone by a down migration (a label can't be removed again)
ALTER TYPE public.state ADD VALUE 'e';

-- irreversible: enum type public.state: can't be undone by a down migration (a label can't be removed again)
ALTER TYPE public.state ADD VALUE 'f';
