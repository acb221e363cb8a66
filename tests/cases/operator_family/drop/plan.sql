DROP OPERATOR FAMILY public.numbers USING btree;
