ALTER SUBSCRIPTION warehouse DISABLE;

ALTER SUBSCRIPTION warehouse SET (slot_name='none');

-- leaves_slot: subscription warehouse: leaves its replication slot on the publisher
DROP SUBSCRIPTION warehouse;
