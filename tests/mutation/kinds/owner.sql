--- prelude
create schema owners;

--- role | owners.role
create table owners.role (a int);
alter table owners.role owner to ann;
--- change
alter table owners.role owner to bob;

--- exists | owners_space | token: owners_space
create schema owners_space;
--- change
alter schema owners_space owner to ann;

--- exists | owners_language | token: owners_language
create language owners_language handler languages.handler;
--- change
alter language owners_language owner to ann;

--- exists | owners.collation_ | token: owners.collation_
create collation owners.collation_ (locale = 'C');
--- change
alter collation owners.collation_ owner to ann;

--- exists | owners.enum_ | token: owners.enum_
create type owners.enum_ as enum ('a');
--- change
alter type owners.enum_ owner to ann;

--- exists | owners.domain_ | token: owners.domain_
create domain owners.domain_ as int;
--- change
alter domain owners.domain_ owner to ann;

--- exists | owners.composite | token: owners.composite
create type owners.composite as (a int);
--- change
alter type owners.composite owner to ann;

--- exists | owners.range_ | token: owners.range_
create type owners.range_ as range (subtype = int);
--- change
alter type owners.range_ owner to ann;

--- exists | owners.base | token: owners.base
create type owners.base;
create function owners.in_(cstring) returns owners.base language internal immutable strict as 'textin';
create function owners.out_(owners.base) returns cstring language internal immutable strict as 'textout';
create type owners.base (input = owners.in_, output = owners.out_);
--- change
alter type owners.base owner to ann;

--- exists | owners.function_(integer) | token: owners.function_
create function owners.function_(int) returns int language sql as 'select 1';
--- change
alter function owners.function_(int) owner to ann;

--- exists | owners.procedure_(integer) | token: owners.procedure_
create procedure owners.procedure_(int) language sql as 'select 1';
--- change
alter procedure owners.procedure_(int) owner to ann;

--- exists | owners.aggregate_(integer) | token: owners.aggregate_
create aggregate owners.aggregate_(int) (sfunc = int4pl, stype = int);
--- change
alter aggregate owners.aggregate_(int) owner to ann;

--- exists | owners_wrapper | token: owners_wrapper
create foreign data wrapper owners_wrapper;
--- change
update pg_foreign_data_wrapper set fdwowner = 'ann'::regrole where fdwname = 'owners_wrapper';

--- exists | owners_server | token: owners_server
create foreign data wrapper owners_of_server;
create server owners_server foreign data wrapper owners_of_server;
--- change
alter server owners_server owner to ann;

--- exists | owners.~~~(integer, integer) | token: ~~~
create operator owners.~~~ (function = int4eq, leftarg = int, rightarg = int);
--- change
alter operator owners.~~~ (int, int) owner to ann;

--- exists | owners.family_ using btree | token: owners.family_
create operator family owners.family_ using btree;
--- change
alter operator family owners.family_ using btree owner to ann;

--- exists | owners.class_ using btree | token: owners.class_
create operator family owners.of_class using btree;
create operator class owners.class_ for type int using btree family owners.of_class as storage int;
--- change
alter operator class owners.class_ using btree owner to ann;

--- exists | owners.conversion_ | token: owners.conversion_
create conversion owners.conversion_ for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
--- change
alter conversion owners.conversion_ owner to ann;

--- exists | owners.dictionary | token: owners.dictionary
create text search dictionary owners.dictionary (template = simple);
--- change
alter text search dictionary owners.dictionary owner to ann;

--- exists | owners.configuration | token: owners.configuration
create text search configuration owners.configuration (parser = "default");
--- change
alter text search configuration owners.configuration owner to ann;

--- exists | owners.sequence_ | token: owners.sequence_
create sequence owners.sequence_;
--- change
alter sequence owners.sequence_ owner to ann;

--- exists | owners.table_ | token: owners.table_
create table owners.table_ (a int);
--- change
alter table owners.table_ owner to ann;

--- exists | owners.partitioned | token: owners.partitioned
create table owners.partitioned (a int) partition by list (a);
--- change
alter table owners.partitioned owner to ann;

--- exists | owners.foreign_ | token: owners.foreign_
create foreign data wrapper owners_of_table;
create server owners_of_table foreign data wrapper owners_of_table;
create foreign table owners.foreign_ (a int) server owners_of_table;
--- change
alter foreign table owners.foreign_ owner to ann;

--- exists | owners.view_ | token: owners.view_
create view owners.view_ as select 1 as a;
--- change
alter view owners.view_ owner to ann;

--- exists | owners.matview | token: owners.matview
create materialized view owners.matview as select 1 as a;
--- change
alter materialized view owners.matview owner to ann;

--- exists | owners.statistics_ | token: owners.statistics_
create table owners.with_statistics (a int, b int);
create statistics owners.statistics_ on a, b from owners.with_statistics;
--- change
alter statistics owners.statistics_ owner to ann;

--- exists | owners_publication | token: owners_publication
create publication owners_publication;
--- change
alter publication owners_publication owner to ann;

--- exists | owners_subscription | token: owners_subscription
create subscription owners_subscription connection 'dbname=x' publication p with (connect = false);
--- change
update pg_subscription set subowner = 'ann'::regrole where subname = 'owners_subscription';

--- exists | owners_event | token: owners_event
create function owners.watch() returns event_trigger language plpgsql as 'begin null; end';
create event trigger owners_event on sql_drop execute function owners.watch();
--- change
update pg_event_trigger set evtowner = 'ann'::regrole where evtname = 'owners_event';
