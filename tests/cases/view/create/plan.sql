CREATE VIEW public.w WITH (security_barrier='true') AS
SELECT book.id, book.title, book.price FROM public.book;

CREATE VIEW public.a WITH (check_option='cascaded') AS
SELECT title FROM w;
