ALTER TABLE public.t RENAME COLUMN a TO a_old;

ALTER TABLE public.t RENAME COLUMN b TO a;

ALTER INDEX public.t_b_idx RENAME TO t_a_idx;

-- drops_index: index public.t_a: drops an index that queries may rely on
DROP INDEX public.t_a;

CREATE OR REPLACE VIEW public.v AS
SELECT id, length(a) AS a FROM t;

-- drops_column: column public.t.a: drops the column with its values
ALTER TABLE public.t DROP COLUMN a_old;
