-- stops_replication: publication chosen: takes changes away from those who subscribe to it
DROP PUBLICATION chosen;
