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
