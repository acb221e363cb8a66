// Routines, types, views, triggers, policies, comments, privileges, schemas, extensions and DO
// blocks: text to model.
#include <gtest/gtest.h>

#include "tests/unit/parse/b_lines.hpp"

namespace pgplumb::parse {
namespace {

struct Case {
  const char* sql;
  const char* objects;
  const char* problems = "";
};
std::ostream& operator<<(std::ostream& out, const Case& value) { return out << value.sql; }

class OtherObjects : public testing::TestWithParam<Case> {};

TEST_P(OtherObjects, AreLowered) {
  const Lines lines = lines_after(GetParam().sql);
  EXPECT_EQ(lines.objects, GetParam().objects);
  EXPECT_EQ(lines.problems, GetParam().problems);
}

INSTANTIATE_TEST_SUITE_P(
    Routines, OtherObjects,
    testing::Values(
        Case{"create function f(a int, b text default 'x') returns setof int language SQL "
             "immutable strict parallel safe rows 1000 cost 100 set search_path = a, \"B\", "
             "pg_temp set work_mem = '64MB' as 'select 1'",
             "routine public.f(integer, text): arguments name a type integer, name b type "
             "text default 'x' result integer returns_set yes language sql body select 1 "
             "volatility immutable parallel safe strict yes configuration search_path=a, "
             "\"B\", pg_temp, work_mem=64MB"},
        Case{"create function f(a varchar(10), out b int, out c text) language plpgsql as "
             "'begin end'; create or replace function f(a varchar, out b int, out c text) "
             "language plpgsql cost 0.5 as 'begin null; end'",
             "routine public.f(character varying): arguments name a type character varying, "
             "mode out name b type integer, mode out name c type text result record "
             "language plpgsql body begin null; end cost 0.5"},
        Case{"create function f(out b int) language sql as 'select 1'; create or replace "
             "function f() returns text language sql as 'x'",
             "routine public.f(): arguments mode out name b type integer result integer "
             "language sql body select 1",
             "duplicate_object: cannot change the result type of \"public.f()\" from "
             "integer to text; drop it first"},
        Case{"create function f() returns table (a int, b text) language sql rows 10 as "
             "'select 1, 2'; create function g(int, variadic int[]) returns int language c "
             "as '$libdir/x', 'y'",
             "routine public.f(): arguments mode table name a type integer, mode table name "
             "b type text result record returns_set yes language sql body select 1, 2 rows "
             "10\n"
             "routine public.g(integer, integer[]): arguments type integer, mode variadic "
             "type integer[] result integer language c body y library $libdir/x"},
        Case{"create function f(a int) returns int language sql return a + 1; create "
             "procedure p(inout a int) language sql begin atomic select 1; select a; end",
             "routine public.f(integer): arguments name a type integer result integer "
             "language sql sql_body RETURN a + 1\n"
             "routine public.p(integer): kind procedure arguments mode inout name a type "
             "integer result record language sql sql_body BEGIN ATOMIC\n"
             " SELECT 1;\n"
             " SELECT a;\n"
             "END"},
        Case{"create function f(int) returns int language sql as 'x'; create function "
             "f(text) returns int language sql as 'x'; alter function f(int) stable "
             "security definer set search_path to public",
             "routine public.f(integer): arguments type integer result integer language sql "
             "body x volatility stable security_definer yes configuration "
             "search_path=public\n"
             "routine public.f(text): arguments type text result integer language sql body x"},
        Case{"create function f(int) returns int language sql as 'x'; alter function f "
             "stable leakproof set timezone = 'UTC' cost 7; alter function f reset all",
             "routine public.f(integer): arguments type integer result integer language sql "
             "body x volatility stable leakproof yes cost 7"}));

INSTANTIATE_TEST_SUITE_P(
    TriggersAndPolicies, OtherObjects,
    testing::Values(
        Case{"create table t (a int, b int); create function tr() returns trigger language "
             "plpgsql as 'begin end'; create trigger x before insert or update of b, a on t "
             "for each row when (new.a > 1) execute function tr('p', 2); create constraint "
             "trigger c after delete on t deferrable initially deferred for each row "
             "execute procedure tr(); create trigger s after update on t referencing old "
             "table as o new table as n for each statement execute function tr()",
             "routine public.tr(): result trigger language plpgsql body begin end\n"
             "trigger public.t.c: timing after level row on_delete yes function public.tr "
             "constraint yes deferrable yes initially_deferred yes\n"
             "trigger public.t.s: timing after on_update yes function public.tr old_table o "
             "new_table n\n"
             "trigger public.t.x: level row on_insert yes on_update yes update_columns b, a "
             "function public.tr arguments p, 2 when new.a > 1"},
        Case{"create table t (a int) partition by list (a); create table t1 partition of t "
             "for values in (1); create function tr() returns trigger language plpgsql as "
             "'begin end'; create trigger x after insert on t for each row execute function "
             "tr()",
             "routine public.tr(): result trigger language plpgsql body begin end\n"
             "trigger public.t.x: timing after level row on_insert yes function public.tr\n"
             "trigger public.t1.x: timing after level row on_insert yes function public.tr "
             "inherited yes"},
        Case{"create table t (a int); create policy p on t as restrictive for update to "
             "bob, alice using (a > 1) with check (a > 2); create policy q on t; alter "
             "policy q on t to public using (a = 0)",
             "policy public.t.p: permissive no command update roles alice, bob using a > 1 "
             "with_check a > 2\n"
             "policy public.t.q: using a = 0"}));

INSTANTIATE_TEST_SUITE_P(
    Types, OtherObjects,
    testing::Values(
        Case{"create type e as enum ('a', 'c'); alter type e add value 'b' before 'c'; "
             "alter type e add value if not exists 'c'; alter type e rename value 'a' to "
             "'z'; alter type e add value 'q'",
             "enum_type public.e: labels z, b, c, q"},
        Case{"create domain d as varchar(10) collate \"C\" not null default 'x' check "
             "(value <> '') constraint n check (length(value) > 1); alter domain d add "
             "check (value > 'a'); alter domain d drop not null; alter domain d drop "
             "default; alter domain d drop constraint n",
             "domain public.d: type character varying(10) collation pg_catalog.C\n"
             "constraint public.d.d_check: check value <> ''\n"
             "constraint public.d.d_check1: check value > 'a'"},
        Case{"create type c as (a int, b text collate \"C\"); comment on type c is 'x'; "
             "comment on column c.a is 'y'",
             "composite_type public.c: attributes name a type integer, name b type text "
             "collation pg_catalog.C\n"
             "comment public.c: text x\n"
             "comment public.c.a: text y"}));

INSTANTIATE_TEST_SUITE_P(
    Views, OtherObjects,
    testing::Values(
        Case{"create table t (a int, b int); create view v (x, y) with (security_barrier) "
             "as select a, b + 1 from t where a > 0 with local check option; create or "
             "replace view v (x, y, z) as select a, b + 1, 3 from t",
             "view public.v: query SELECT a AS x, b + 1 AS y, 3 AS z FROM t"},
        Case{"create table t (a int, b int); create view v (x) as select * from t; create "
             "temp view tv as select 1; create recursive view r (n) as values (1) union all "
             "select n + 1 from r where n < 5",
             "view public.r: query WITH RECURSIVE r(n) AS (VALUES (1) UNION ALL SELECT n + "
             "1 FROM r WHERE n < 5) SELECT n AS n FROM r\n"
             "view public.v: query SELECT t.a AS x, t.b FROM public.t"},
        Case{"create view v (a, b) as values (1, 'x')",
             "view public.v: query SELECT \"*VALUES*\".column1 AS a, \"*VALUES*\".column2 "
             "AS b FROM (VALUES (1, 'x')) \"*VALUES*\""}));

INSTANTIATE_TEST_SUITE_P(
    CommentsAndPrivileges, OtherObjects,
    testing::Values(
        Case{"create table t (a int primary key); comment on table t is 'it''s'; comment on "
             "column t.a is 'c'; comment on constraint t_pkey on t is 'k'; comment on index "
             "t_pkey is 'i'; comment on table t is null; comment on schema public is "
             "'standard public schema'; comment on schema public is 'mine'",
             "constraint public.t.t_pkey: type primary key columns a\n"
             "comment public: text mine\n"
             "comment public.t.a: text c\n"
             "comment public.t.t_pkey: text k\n"
             "comment public.t_pkey: text i"},
        Case{"create table t (a int, b int); grant select, insert on t to bob; grant update "
             "(a, b), select (a) on t to bob with grant option; grant all on t to public; "
             "revoke insert on t from public; revoke update on t from bob",
             "privilege public.t for PUBLIC to PUBLIC: SELECT, UPDATE, DELETE, TRUNCATE, "
             "REFERENCES, TRIGGER, MAINTAIN\n"
             "privilege public.t for bob to bob: SELECT, INSERT\n"
             "privilege public.t.a for bob to bob: SELECT with grant option"},
        Case{"create function f() returns int language sql as 'x'; revoke all on function "
             "f() from public; grant execute on function f to bob with grant option; revoke "
             "grant option for execute on function f() from bob",
             "routine public.f(): result integer language sql body x\n"
             "privilege public.f() for PUBLIC to PUBLIC\n"
             "privilege public.f() for bob to bob: EXECUTE"},
        Case{"create schema s authorization joe; grant all on schema s to bob; revoke "
             "create on schema public from public; create type s.e as enum (); revoke usage "
             "on type s.e from public; grant usage on type s.e to public; grant all on all "
             "tables in schema s to bob",
             "namespace_ s\n"
             "enum_type s.e\n"
             "owner s: role joe\n"
             "privilege s for bob to bob: CREATE, USAGE"},
        Case{
            "alter default privileges grant select, insert on tables to bob; alter default "
            "privileges for role joe, ann in schema public grant usage on sequences to public with "
            "grant option; alter default privileges revoke insert on tables from bob; alter "
            "default privileges revoke execute on functions from public; create type e as enum "
            "(); create function f() returns int language sql as 'x'",
            "enum_type public.e\n"
            "routine public.f(): result integer language sql body x\n"
            "privilege public.f() for PUBLIC to PUBLIC\n"
            "default_privilege functions for PUBLIC\n"
            "default_privilege tables for bob: SELECT\n"
            "default_privilege public, sequences of ann for PUBLIC: USAGE with grant option\n"
            "default_privilege public, sequences of joe for PUBLIC: USAGE with grant option"},
        Case{"alter default privileges in schema nowhere grant select on tables to bob", "",
             "unresolved_name: schema \"nowhere\" does not exist"}));

INSTANTIATE_TEST_SUITE_P(
    NamespacesAndExtensions, OtherObjects,
    testing::Values(
        Case{"create schema s create table t (a int) create view v as select a from t; set "
             "search_path = s; create type e as enum (); reset search_path; create type e "
             "as enum ()",
             "namespace_ s\n"
             "enum_type public.e\n"
             "enum_type s.e\n"
             "view s.v: query SELECT a FROM t"},
        Case{"select pg_catalog.set_config('search_path', '', false); create schema s; set "
             "role bob; create type s.e as enum (); reset role; create type s.f as enum ()",
             "namespace_ s\n"
             "enum_type s.e\n"
             "enum_type s.f\n"
             "owner s.e: role bob"},
        Case{"create extension if not exists pg_trgm; create extension postgis schema "
             "public version '3'; create extension earthdistance cascade; alter extension "
             "pg_trgm update to '1.6'",
             "extension cube: schema public\n"
             "extension earthdistance: schema public\n"
             "extension pg_trgm: schema public\n"
             "extension postgis: schema public"}));

INSTANTIATE_TEST_SUITE_P(
    Blocks, OtherObjects,
    testing::Values(
        Case{"do $$ begin if not exists (select from pg_type where typname = 'e') then "
             "create type e as enum ('a'); end if; if exists (select 1 from pg_type where "
             "typname = 'e') then alter type e add value 'b'; end if; end $$",
             "enum_type public.e: labels a, b"},
        Case{"do $$ begin create type e as enum ('a'); create type e as enum ('b'); "
             "exception when duplicate_object then create type f as enum ('c'); end $$",
             "enum_type public.f: labels c"},
        Case{"do $$ declare x text := 'e'; begin execute 'create type ' || x || ' as enum "
             "()'; execute format('create type %I as enum (%L)', x || 2, 'k'); end $$",
             "enum_type public.e\n"
             "enum_type public.e2: labels k"},
        Case{"do $$ declare r record; begin for r in select typname from pg_type loop "
             "execute 'drop type ' || r.typname; end loop; end $$; create type e as enum "
             "(); create type f as enum (); do $$ declare r record; begin for r in select "
             "typname from pg_type where typname like 'e%' loop execute format('drop type "
             "%I', r.typname); end loop; end $$",
             "enum_type public.f"},
        Case{"do $$ begin foreach x in array array['a','b'] loop execute 'create type ' || "
             "x || ' as enum ()'; end loop; end $$",
             "enum_type public.a\n"
             "enum_type public.b"},
        Case{"do $$ begin if (select count(*) from t) > 0 then create type e as enum (); "
             "end if; end $$",
             "",
             "opaque_statement: what this statement does can't be told from its text: the "
             "condition (select count(*) from t) > 0 can't be decided from the text"},
        Case{"do $$ begin if current_setting('server_version_num')::int >= 140000 then "
             "create type e as enum (); end if; end $$",
             "enum_type public.e"},
        Case{"create function mk() returns void language plpgsql as $$ begin create type e "
             "as enum (); end $$; select mk(); drop function mk()",
             "enum_type public.e"},
        Case{"create function mk() returns void language plpgsql as $$ begin perform mk(); "
             "create type x as enum (); end $$; select mk()",
             "routine public.mk(): result void language plpgsql body  begin perform mk(); "
             "create type x as enum (); end ",
             "opaque_statement: what this statement does can't be told from its text: "
             "function public.mk() may change the schema: it calls itself, or nests too "
             "deeply"},
        Case{"do $$ begin perform 1; create type e as enum ('b') end $$", "",
             "opaque_statement: what this statement does can't be told from its text: its "
             "PL/pgSQL was not understood"},
        Case{"do language plpgsql 'begin create type e as enum (''x''); end'",
             "enum_type public.e: labels x"},
        Case{"create table t (a int); do $$ declare c text; begin select "
             "string_agg(a.attname, ',') into c from pg_constraint k cross join (select "
             "unnest(conkey) from pg_constraint) as cols(n) join pg_attribute a on a.attnum "
             "= cols.n where k.contype = 'p' and k.conrelid = 't'::regclass; if coalesce(c, "
             "'') <> 'a' then alter table t add primary key (a); end if; end $$",
             "constraint public.t.t_pkey: type primary key columns a"}));

TEST(DoBlock, GivesItsStatementsTheirOwnPlaces) {
  Replay replay;
  replay.run(std::make_shared<const SourceText>(
      "m.sql", "select 1;\ndo $$\nbegin\n  create type e as enum ();\nend $$"));
  const ObjectId id = object_id(ObjectKind::enum_type, qualified("public", "e"));
  EXPECT_EQ(replay.catalog().provenance.at(id).label(), "m.sql:4:3");
}

TEST(DoBlock, LeavesTheModelAloneWhenItCannotBeTold) {
  Replay replay;
  replay.run(std::make_shared<const SourceText>(
      "m.sql", "do $$ begin create type e as enum (); execute current_setting('x.y'); end $$"));
  EXPECT_EQ(replay.catalog().opaque.size(), 1U);
  EXPECT_EQ(replay.catalog().size(), empty_database().size());
}

TEST(Settings, OfTheDatabaseHoldFromTheNextFileOn) {
  const Lines lines = lines_after("create type e as enum ()",
                                  "create schema s; alter database d set search_path = s, public; "
                                  "create type before_it as enum ()");
  EXPECT_EQ(lines.objects,
            "namespace_ s\nenum_type public.before_it\nenum_type s.e\n"
            "database_setting search_path: value s, public");
}

INSTANTIATE_TEST_SUITE_P(
    ForeignDataAndLabels, OtherObjects,
    testing::Values(
        Case{"create foreign data wrapper w no handler validator postgresql_fdw_validator options "
             "(a "
             "'1', b '2'); alter foreign data wrapper w no validator options (set a '3', drop b, "
             "add c '4'); alter foreign data wrapper w rename to x; create server s foreign data "
             "wrapper x",
             "foreign_data_wrapper x: options a 3, c 4\n"
             "foreign_server s: wrapper x"},
        Case{"create foreign data wrapper w; create server s type 't' version '1' foreign data "
             "wrapper w options (host 'a'); alter server s version '2' options (set host 'b'); "
             "create server if not exists s foreign data wrapper w; alter server s owner to bob; "
             "create user mapping for user server s; create user mapping for public server s "
             "options (\"user\" 'u', password 'p'); alter user mapping for public server s options "
             "(drop \"user\"); create user mapping for ann server s; drop user mapping for ann "
             "server s; drop user mapping if exists for ann server s; alter server s rename to z",
             "foreign_data_wrapper w\n"
             "foreign_server z: wrapper w type t version 2 options host b\n"
             "user_mapping z\n"
             "user_mapping z.public: options password ****\n"
             "owner z: role bob"},
        Case{"create foreign data wrapper w; create server s foreign data wrapper w; create user "
             "mapping for bob server s; create foreign table t (a int) server s; drop server s "
             "cascade",
             "foreign_data_wrapper w"},
        Case{"create foreign data wrapper w; create server s foreign data wrapper w; create server "
             "s "
             "foreign data wrapper w; drop server q; create user mapping for bob server q; alter "
             "server s options (set a 'b')",
             "foreign_data_wrapper w\n"
             "foreign_server s: wrapper w",
             "duplicate_object: server \"s\" exists already\n"
             "unresolved_name: server \"q\" does not exist\n"
             "unresolved_name: server \"q\" does not exist\n"
             "unresolved_name: option \"s.a\" does not exist"},
        Case{"create table t (a int); create view v as select 1 as x; security label for lab on "
             "table t is 'one'; security label for other on table t is 'two'; security label for "
             "lab on column t.a is 'three'; security label for lab on view v is 'four'; security "
             "label for lab on view v is null; security label for lab on table t is 'five'",
             "view public.v: query SELECT 1 AS x\n"
             "security_label public.t by lab: label five\n"
             "security_label public.t by other: label two\n"
             "security_label public.t.a by lab: label three"},
        Case{"create view v as select 1 as x; grant select (x) on v to bob; security label for lab "
             "on column v.x is 'one'; drop view v",
             ""}));

}  // namespace
}  // namespace pgplumb::parse
