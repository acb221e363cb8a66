CREATE TABLE kept (id integer PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE kept_all PARTITION OF kept DEFAULT;
ALTER TABLE kept_all CLUSTER ON kept_all_pkey;
ALTER INDEX kept_all_pkey SET (fillfactor = 50);
CREATE TABLE item (id integer UNIQUE WITH (fillfactor = 60)) PARTITION BY RANGE (id);
CREATE TABLE item_all PARTITION OF item DEFAULT;
ALTER TABLE item_all CLUSTER ON item_all_id_key;
ALTER INDEX item_all_id_key RESET (fillfactor);
