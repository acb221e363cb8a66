-- recreates_view: view public.shelf: drops the view and makes it again
DROP VIEW public.shelf;

-- drops_column: column public.book.year: drops the column with its values
ALTER TABLE public.book DROP COLUMN year;

ALTER TABLE public.book ADD COLUMN price integer;

CREATE VIEW public.shelf AS
SELECT b.one, b.price AS year FROM book b(one, two);
