ALTER OPERATOR CLASS public.less USING btree RENAME TO fewer;
