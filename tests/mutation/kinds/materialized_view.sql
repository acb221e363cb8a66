--- prelude
create schema matviews;
create access method heap_for_views type table handler heap_tableam_handler;

--- missing | matviews.missing
create materialized view matviews.missing as select 1 as a;
--- change
drop materialized view matviews.missing;

--- exists | matviews.another
--- change
create materialized view matviews.another as select 2 as a;

--- query | matviews.query
create materialized view matviews.query as select 1 as a;
--- change
drop materialized view matviews.query;
create materialized view matviews.query as select 2 as a;

--- options | matviews.options
create materialized view matviews.options as select 1 as a;
--- change
alter materialized view matviews.options set (fillfactor = 50);

--- access_method | matviews.method
create materialized view matviews.method as select 1 as a;
--- change
drop materialized view matviews.method;
create materialized view matviews.method using heap_for_views as select 1 as a;

--- tablespace | matviews.space
create materialized view matviews.space as select 1 as a;
--- change
alter materialized view matviews.space set tablespace elsewhere;

--- column_settings | matviews.no_settings
create materialized view matviews.no_settings as select 1 as a;
--- change
alter materialized view matviews.no_settings alter a set statistics 7;

--- column_settings.column | matviews.another_column
create materialized view matviews.another_column as select 1 as a, 2 as b;
alter materialized view matviews.another_column alter a set statistics 7;
--- change
alter materialized view matviews.another_column alter a set statistics -1, alter b set statistics 7;

--- column_settings.storage | matviews.storage
create materialized view matviews.storage as select 'a'::text as a;
alter materialized view matviews.storage alter a set storage main;
--- change
alter materialized view matviews.storage alter a set storage external;

--- column_settings.compression | matviews.compression
create materialized view matviews.compression as select 'a'::text as a;
--- change
alter materialized view matviews.compression alter a set compression pglz;

--- column_settings.statistics_target | matviews.target
create materialized view matviews.target as select 1 as a;
alter materialized view matviews.target alter a set statistics 7;
--- change
alter materialized view matviews.target alter a set statistics 8;

--- column_settings.options | matviews.column_options
create materialized view matviews.column_options as select 1 as a;
alter materialized view matviews.column_options alter a set (n_distinct = 7);
--- change
alter materialized view matviews.column_options alter a set (n_distinct = 8);
