--- prelude
create schema routines;

--- missing | routines.missing()
create function routines.missing() returns int language sql as 'select 1';
--- change
drop function routines.missing();

--- exists | routines.another()
--- change
create function routines.another() returns int language sql as 'select 2';

--- kind | routines.kind()
create function routines.kind() returns int language internal as 'window_row_number';
--- change
drop function routines.kind();
create function routines.kind() returns int language internal window as 'window_row_number';

--- arguments | routines.outputs(integer)
create function routines.outputs(a int, out b int, out c int) language plpgsql as 'begin end';
--- change
drop function routines.outputs(int);
create function routines.outputs(a int, out b int, out c int, out d int)
  language plpgsql as 'begin end';

--- arguments.mode | routines.modes(integer)
create function routines.modes(a int, out b int, out c int) language sql as 'select 1, 2';
--- change
update pg_proc set proargmodes = '{i,t,t}' where oid = 'routines.modes(int)'::regprocedure;

--- arguments.name | routines.names(integer)
create function routines.names(a int) returns int language sql as 'select 1';
--- change
drop function routines.names(int);
create function routines.names(b int) returns int language sql as 'select 1';

--- arguments.type | routines.out_type(integer)
create function routines.out_type(a int, out b int, out c int) language sql as 'select 1, 2';
--- change
drop function routines.out_type(int);
create function routines.out_type(a int, out b int, out c bigint) language sql
  as 'select 1, 2';

--- arguments.default | routines.defaults(integer)
create function routines.defaults(a int default 1) returns int language sql as 'select 1';
--- change
create or replace function routines.defaults(a int default 2) returns int language sql
  as 'select 1';

--- result | routines.result()
create function routines.result() returns int language sql as 'select 1';
--- change
drop function routines.result();
create function routines.result() returns bigint language sql as 'select 1';

--- returns_set | routines.sets()
create function routines.sets() returns int language sql as 'select 1';
--- change
drop function routines.sets();
create function routines.sets() returns setof int language sql as 'select 1';

--- language | routines.languages()
create function routines.languages() returns trigger language plpgsql cost 7 as 'begin return null; end';
--- change
update pg_proc set prolang = (select oid from pg_language where lanname = 'internal')
where oid = 'routines.languages()'::regprocedure;

--- body | routines.body()
create function routines.body() returns int language sql as 'select 1';
--- change
create or replace function routines.body() returns int language sql as 'select  1';

--- sql_body | routines.sql_body()
create function routines.sql_body() returns int language sql return 1;
--- change
create or replace function routines.sql_body() returns int language sql return 2;

--- library | routines.library()
create function routines.library() returns language_handler language c
  as '$libdir/plpgsql', 'plpgsql_call_handler';
--- change
create or replace function routines.library() returns language_handler language c
  as 'plpgsql', 'plpgsql_call_handler';

--- volatility | routines.volatility()
create function routines.volatility() returns int language sql as 'select 1';
--- change
alter function routines.volatility() stable;

--- parallel | routines.parallel()
create function routines.parallel() returns int language sql as 'select 1';
--- change
alter function routines.parallel() parallel safe;

--- strict | routines.strictness(integer)
create function routines.strictness(int) returns int language sql as 'select 1';
--- change
alter function routines.strictness(int) strict;

--- security_definer | routines.definer()
create function routines.definer() returns int language sql as 'select 1';
--- change
alter function routines.definer() security definer;

--- leakproof | routines.leakproof()
create function routines.leakproof() returns int language sql as 'select 1';
--- change
alter function routines.leakproof() leakproof;

--- cost | routines.cost()
create function routines.cost() returns int language sql as 'select 1';
--- change
alter function routines.cost() cost 7;

--- rows | routines.rows()
create function routines.rows() returns setof int language sql as 'select 1';
--- change
alter function routines.rows() rows 7;

--- support | routines.support(integer)
create function routines.support(int) returns setof int language sql as 'select 1';
--- change
alter function routines.support(int) support generate_series_int4_support;

--- transforms | routines.transforms(integer)
create language transforming handler languages.handler;
create transform for int language transforming (to sql with function int4recv(internal));
create function routines.transforms(int) returns int transform for type int
  language transforming as 'x';
--- change
drop function routines.transforms(int);
create function routines.transforms(int) returns int language transforming as 'x';

--- configuration | routines.configuration()
create function routines.configuration() returns int language sql as 'select 1';
--- change
alter function routines.configuration() set work_mem = '8MB';

--- configuration | routines.search_path() | token: routines.search_path
create function routines.search_path() returns int language sql set search_path = a, b
  as 'select 1';
--- change
alter function routines.search_path() set search_path = 'a, b';
