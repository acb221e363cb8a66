-- stops_replication: published schema public in chosen: takes changes away from those who subscribe to it
ALTER PUBLICATION chosen DROP TABLES IN SCHEMA public;

DROP SCHEMA a;

CREATE SCHEMA c;

ALTER PUBLICATION chosen ADD TABLES IN SCHEMA c;
