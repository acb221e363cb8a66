CREATE TABLE item (id integer, name text);
CREATE VIEW locked AS SELECT a.id FROM item a, item b FOR UPDATE OF b NOWAIT FOR SHARE OF a SKIP LOCKED;
CREATE VIEW all_locked AS SELECT a.id FROM item a, item b FOR UPDATE;
