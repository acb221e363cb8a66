--- missing | publication_missing
create publication publication_missing;
--- change
drop publication publication_missing;

--- exists | publication_exists
--- change
create publication publication_exists with (publish = 'insert');

--- all_tables | publication_all
create publication publication_all;
--- change
drop publication publication_all;
create publication publication_all for all tables;

--- publishes_insert | publication_insert
create publication publication_insert;
--- change
alter publication publication_insert set (publish = 'update, delete, truncate');

--- publishes_update | publication_update
create publication publication_update;
--- change
alter publication publication_update set (publish = 'insert, delete, truncate');

--- publishes_delete | publication_delete
create publication publication_delete;
--- change
alter publication publication_delete set (publish = 'insert, update, truncate');

--- publishes_truncate | publication_truncate
create publication publication_truncate;
--- change
alter publication publication_truncate set (publish = 'insert, update, delete');

--- via_partition_root | publication_root
create publication publication_root;
--- change
alter publication publication_root set (publish_via_partition_root = true);

--- generated_columns | publication_generated | since: 18
create publication publication_generated;
--- change
alter publication publication_generated set (publish_generated_columns = stored);
