-- pg_get_ruledef breaks the line after WHERE.
CREATE TABLE t (id int, state int);
CREATE RULE kept AS ON DELETE TO t WHERE CASE old.state WHEN 1 THEN true WHEN 2 THEN false END DO INSTEAD NOTHING;
CREATE RULE note AS ON UPDATE TO t WHERE CASE old.state WHEN 1 THEN true ELSE false END DO INSTEAD NOTHING;
