ALTER OPERATOR FAMILY public.numbers USING btree RENAME TO digits;
