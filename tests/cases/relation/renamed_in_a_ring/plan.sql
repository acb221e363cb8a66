ALTER SEQUENCE public.c RENAME TO c_old;

ALTER TABLE public.a RENAME TO a_old;

ALTER TABLE public.a_old RENAME CONSTRAINT a_pkey TO a_pkey_old;

ALTER TABLE public.b RENAME TO a;

ALTER TABLE public.a_old RENAME TO b;

ALTER VIEW public.d RENAME TO c;

ALTER SEQUENCE public.c_old RENAME TO d;

ALTER TABLE public.a RENAME CONSTRAINT b_a_id_fkey TO a_a_id_fkey;

ALTER TABLE public.a RENAME CONSTRAINT b_pkey TO a_pkey;

ALTER TABLE public.b RENAME CONSTRAINT a_pkey_old TO b_pkey;
