-- stops_replication: publication everything: takes changes away from those who subscribe to it
DROP PUBLICATION everything;

ALTER PUBLICATION chosen SET (publish='update', publish_via_partition_root='true');

CREATE PUBLICATION everything;

ALTER PUBLICATION everything ADD TABLE public.orders;
