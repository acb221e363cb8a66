CREATE OR REPLACE VIEW public.v WITH (security_barrier='true') AS
SELECT id, title, price FROM book WHERE price > 0;
