CREATE OR REPLACE VIEW public.v WITH (security_invoker='true') AS
SELECT id, title, price FROM book WHERE price > 0;
