CREATE VIEW public.all_locked AS
SELECT a.id FROM item a, item b FOR UPDATE;

CREATE VIEW public.locked AS
SELECT a.id FROM item a, item b FOR UPDATE OF "b" NOWAIT FOR SHARE OF "a" SKIP LOCKED;
