ALTER TABLE public.t RENAME TO u;

ALTER TABLE public.p RENAME COLUMN a TO b;

ALTER TABLE public.p RENAME CONSTRAINT p_a_check TO p_b_check;

ALTER TABLE public.p RENAME CONSTRAINT p_k_a_key TO p_k_b_key;

ALTER TABLE public.p1 RENAME CONSTRAINT p1_k_a_key TO p1_k_b_key;

ALTER TABLE public.p2 RENAME CONSTRAINT p2_k_a_key TO p2_k_b_key;

ALTER TABLE public.p21 RENAME CONSTRAINT p21_k_a_key TO p21_k_b_key;

ALTER TABLE public.u RENAME CONSTRAINT t_a_check TO u_a_check;
