-- drops_index: index public.book_price: drops an index that queries may rely on
DROP INDEX public.book_price;

ALTER TABLE public.book DROP CONSTRAINT positive;

CREATE OR REPLACE VIEW public.cheap AS
SELECT id, title FROM book;

-- drops_column: column public.book.price: drops the column with its values
ALTER TABLE public.book DROP COLUMN price;
