-- needs_publisher: subscription warehouse: is written without a word to its publisher
CREATE SUBSCRIPTION warehouse
    CONNECTION 'host=depot.invalid dbname=shop'
    PUBLICATION chosen, other
    WITH (connect='false', "binary"='true', synchronous_commit='on', disable_on_error='true');

-- needs_publisher: subscription without: is written without a word to its publisher
CREATE SUBSCRIPTION without
    CONNECTION 'dbname=shop'
    PUBLICATION chosen
    WITH (connect='false', slot_name='none');

COMMENT ON SUBSCRIPTION warehouse IS 'from the shop';
