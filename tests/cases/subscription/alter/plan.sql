ALTER SUBSCRIPTION second SET (slot_name='none');

-- leaves_slot: subscription second: leaves its replication slot on the publisher
DROP SUBSCRIPTION second;

-- needs_publisher: subscription second: is written without a word to its publisher
CREATE SUBSCRIPTION second
    CONNECTION 'dbname=shop'
    PUBLICATION chosen
    WITH (connect='false', two_phase='true');

ALTER SUBSCRIPTION warehouse CONNECTION 'host=store.invalid dbname=shop';

-- needs_publisher: subscription warehouse: is written without a word to its publisher
ALTER SUBSCRIPTION warehouse SET PUBLICATION other, chosen WITH (refresh='false');

ALTER SUBSCRIPTION warehouse SET (slot_name='mine', streaming='on');

ALTER SUBSCRIPTION warehouse ENABLE;
