--- prelude
create schema privileges;

--- missing | privileges.missing for ann | token: privileges.missing
create table privileges.missing (a int);
grant select on privileges.missing to ann;
--- change
revoke select on privileges.missing from ann;

--- exists | privileges.another for ann | token: privileges.another
create table privileges.another (a int);
--- change
grant select on privileges.another to ann;

--- privileges | privileges.letters for ann | token: privileges.letters
create table privileges.letters (a int);
grant select on privileges.letters to ann;
--- change
grant insert on privileges.letters to ann;

--- grant_option | privileges.grantable for ann | token: privileges.grantable
create table privileges.grantable (a int);
grant select on privileges.grantable to ann;
--- change
grant select on privileges.grantable to ann with grant option;

--- by_others | privileges_handed.on_ for bob | token: privileges_handed.on_
create schema privileges_handed;
grant usage on schema privileges_handed to ann;
create table privileges_handed.on_ (a int);
grant select on privileges_handed.on_ to ann with grant option;
grant select on privileges_handed.on_ to bob;
--- change
set role ann;
grant select on privileges_handed.on_ to bob;
reset role;

--- exists | privileges_space for ann | token: privileges_space
create schema privileges_space;
--- change
grant usage on schema privileges_space to ann;

--- exists | privileges.enum_ for ann | token: privileges.enum_
create type privileges.enum_ as enum ('a');
--- change
grant usage on type privileges.enum_ to ann;

--- exists | privileges.domain_ for ann | token: privileges.domain_
create domain privileges.domain_ as int;
--- change
grant usage on domain privileges.domain_ to ann;

--- exists | privileges.composite for ann | token: privileges.composite
create type privileges.composite as (a int);
--- change
grant usage on type privileges.composite to ann;

--- exists | privileges.range_ for ann | token: privileges.range_
create type privileges.range_ as range (subtype = int);
--- change
grant usage on type privileges.range_ to ann;

--- exists | privileges.base for ann | token: privileges.base
create type privileges.base;
create function privileges.in_(cstring) returns privileges.base language internal immutable strict as 'textin';
create function privileges.out_(privileges.base) returns cstring language internal immutable strict as 'textout';
create type privileges.base (input = privileges.in_, output = privileges.out_);
--- change
grant usage on type privileges.base to ann;

--- exists | privileges.function_(integer) for ann | token: privileges.function_
create function privileges.function_(int) returns int language sql as 'select 1';
--- change
grant execute on function privileges.function_(int) to ann;

--- exists | privileges.procedure_(integer) for ann | token: privileges.procedure_
create procedure privileges.procedure_(int) language sql as 'select 1';
--- change
grant execute on procedure privileges.procedure_(int) to ann;

--- exists | privileges.aggregate_(integer) for ann | token: privileges.aggregate_
create aggregate privileges.aggregate_(int) (sfunc = int4pl, stype = int);
--- change
grant execute on function privileges.aggregate_(int) to ann;

--- exists | privileges_wrapper for ann | token: privileges_wrapper
create foreign data wrapper privileges_wrapper;
--- change
grant usage on foreign data wrapper privileges_wrapper to ann;

--- exists | privileges_server for ann | token: privileges_server
create foreign data wrapper privileges_of_server;
create server privileges_server foreign data wrapper privileges_of_server;
--- change
grant usage on foreign server privileges_server to ann;

--- exists | privileges.sequence_ for ann | token: privileges.sequence_
create sequence privileges.sequence_;
--- change
grant usage on sequence privileges.sequence_ to ann;

--- exists | privileges.table_ for ann | token: privileges.table_
create table privileges.table_ (a int);
--- change
grant select on table privileges.table_ to ann;

--- exists | privileges.partitioned for ann | token: privileges.partitioned
create table privileges.partitioned (a int) partition by list (a);
--- change
grant select on table privileges.partitioned to ann;

--- exists | privileges.foreign_ for ann | token: privileges.foreign_
create foreign data wrapper privileges_of_table;
create server privileges_of_table foreign data wrapper privileges_of_table;
create foreign table privileges.foreign_ (a int) server privileges_of_table;
--- change
grant select on table privileges.foreign_ to ann;

--- exists | privileges.with_column.a for ann | token: privileges.with_column
create table privileges.with_column (a int);
--- change
grant select (a) on privileges.with_column to ann;

--- exists | privileges.of_view.a for ann | token: privileges.of_view
create view privileges.of_view as select 1 as a;
--- change
grant select (a) on privileges.of_view to ann;

--- exists | privileges.view_ for ann | token: privileges.view_
create view privileges.view_ as select 1 as a;
--- change
grant select on table privileges.view_ to ann;

--- exists | privileges.matview for ann | token: privileges.matview
create materialized view privileges.matview as select 1 as a;
--- change
grant select on table privileges.matview to ann;

--- exists | privileges_members.digest(text, text) for ann | token: privileges_members.digest
create schema privileges_members;
create extension pgcrypto schema privileges_members;
--- change
grant execute on function privileges_members.digest(text, text) to ann;

--- missing | privileges_members_types.isbn for ann | token: privileges_members_types.isbn
create schema privileges_members_types;
create extension isn schema privileges_members_types;
grant usage on type privileges_members_types.isbn to ann;
--- change
revoke usage on type privileges_members_types.isbn from ann;

--- exists | privileges_members_views.pg_stat_statements.query for ann | token: privileges_members_views.pg_stat_statements
create schema privileges_members_views;
create extension pg_stat_statements schema privileges_members_views;
--- change
grant select (query) on privileges_members_views.pg_stat_statements to ann;

--- exists | file_fdw for ann | token: file_fdw
create extension file_fdw schema privileges_members_views;
--- change
grant usage on foreign data wrapper file_fdw to ann;
