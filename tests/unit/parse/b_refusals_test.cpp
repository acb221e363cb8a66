// What the server refuses, the replay refuses, with its reason and its place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/parse/replayed.hpp"

namespace pgplumb::parse {
namespace {

struct Refusal {
  const char* sql;
  const char* problem;  // the begin of the last one; "": none
};

std::ostream& operator<<(std::ostream& out, const Refusal& value) { return out << value.sql; }

class Refused : public testing::TestWithParam<Refusal> {};

TEST_P(Refused, WithTheReason) {
  EXPECT_THAT(replayed(GetParam().sql).problems, testing::StartsWith(GetParam().problem));
  if (std::string(GetParam().problem).empty()) {
    EXPECT_EQ(replayed(GetParam().sql).problems, "");
  }
}

TEST(Refused, AtItsPlace) {
  Replay replay;
  replay.run(std::make_shared<const SourceText>(
      "m.sql", "create sequence a;\ncreate sequence q\n  unlogged;\n"));
  ASSERT_EQ(replay.diagnostics().count(DiagnosticCode::refused_statement), 1U);
  EXPECT_EQ(replay.diagnostics().all().front().span.label(), "m.sql:3:3");
}

INSTANTIATE_TEST_SUITE_P(
    Dependents, Refused,
    testing::Values(
        Refusal{"create table t (a int, b int); create view v as select a from t; drop table t",
                "dependent_objects: can't drop table public.t: view public.v depends on it"},
        Refusal{"create table t (a int, b int); create view v as select a from t; "
                "alter table t drop a",
                "dependent_objects: can't drop column public.t.a: view public.v depends on it"},
        Refusal{"create table t (a int, b int); create view v as select a from t; "
                "alter table t drop b; drop view v; alter table t drop a",
                ""},
        Refusal{"create table t (a int primary key); create table u (a int references t); "
                "drop table t, u",
                ""},
        Refusal{"create table t (a int primary key); create table u (a int references t); "
                "alter table t drop constraint t_pkey",
                "dependent_objects: can't drop constraint public.t.t_pkey: constraint "
                "public.u.u_a_fkey depends on it"},
        Refusal{"create table t (a int unique, b int, unique (a)); "
                "create table u (a int references t (a)); alter table u drop a; drop table t",
                ""},
        Refusal{"create schema s; create table s.t (a int); drop schema s",
                "dependent_objects: can't drop schema s: table s.t depends on it"},
        Refusal{"create schema s; alter default privileges in schema s grant select on tables to "
                "public; drop schema s",
                ""},
        Refusal{"create type e as enum ('a'); create table t (a e[]); drop type e",
                "dependent_objects: can't drop enum type public.e: column public.t.a depends"},
        Refusal{"create table p (a int) partition by list (a); create table p1 partition of p for "
                "values in (1); create index on p (a); drop table p",
                ""},
        Refusal{"create table p (a int); create table q () inherits (p); drop table p",
                "dependent_objects: can't drop table public.p: "},
        Refusal{"create table t (a serial); drop sequence t_a_seq",
                "dependent_objects: can't drop sequence public.t_a_seq: column default"},
        Refusal{"create table t (a int generated always as identity); drop sequence t_a_seq",
                "dependent_objects: can't drop sequence public.t_a_seq: column public.t.a"},
        Refusal{"create function f() returns trigger language plpgsql as 'begin end'; "
                "create table t (a int); create trigger g before insert on t execute function f(); "
                "drop function f",
                "dependent_objects: can't drop routine public.f(): trigger public.t.g depends"},
        Refusal{"create type c as (a int, b int); create table t (cc c); "
                "create view v as select (cc).a from t; alter type c drop attribute a",
                "dependent_objects: can't drop column public.c.a: view public.v depends on it"},
        Refusal{
            "create table t (a int, b int generated always as (a) stored); alter table t drop a",
            "dependent_objects: "}));

INSTANTIATE_TEST_SUITE_P(
    ColumnTypes, Refused,
    testing::Values(
        Refusal{"create table t (a int); create view v as select a from t; "
                "alter table t alter a type bigint",
                "dependent_objects: can't change the type of column public.t.a: view public.v"},
        Refusal{"create table t (a int, b int); create view v as select b from t; "
                "alter table t alter a type bigint",
                ""},
        Refusal{"create table t (a int, b int generated always as (a) stored); "
                "alter table t alter b type bigint",
                ""},
        Refusal{"create table t (a int); create policy p on t using (a > 0); "
                "alter table t alter a type bigint",
                "dependent_objects: can't change the type of column public.t.a: policy"}));

INSTANTIATE_TEST_SUITE_P(
    Statements, Refused,
    testing::Values(
        Refusal{"create table t (a int options (x 'y'))", "wrong_object_kind: \"public.t\" is not"},
        Refusal{"create unlogged materialized view m as select 1 as a",
                "refused_statement: materialized views can't be unlogged"},
        Refusal{"create sequence q unlogged", "refused_statement: unlogged can't stand behind"},
        Refusal{"create function f() returns int rows 5 language sql as 'select 1'",
                "refused_statement: ROWS is not applicable"},
        Refusal{"create function f() returns setof int rows 0 language sql as 'select 1'",
                "refused_statement: ROWS must be positive"},
        Refusal{"create table t (a int); alter type t rename to u",
                "wrong_object_kind: table public.t is no type of its own"},
        Refusal{"create table p (a int) partition by list (a); create table p1 partition of p "
                "for values in (1); alter table p detach partition p1 finalize",
                "refused_statement: partition \"p1\" of table \"public.p\" is not pending detach"},
        Refusal{"create table t (a int); grant select on t to ann with grant option; set role ann; "
                "grant select on t to bob; reset role; revoke select on t from ann",
                "dependent_objects: privileges that \"ann\" has granted depend on these"},
        Refusal{"create table t (a int); grant select on t to ann with grant option; set role ann; "
                "grant select on t to bob with grant option; set role bob; "
                "grant select on t to ann with grant option",
                "dependent_objects: grant options can't be granted back"},
        Refusal{"create table t (a int); set role ann; grant select on t to bob granted by carl",
                "wrong_object_kind: grantor must be the current user, \"ann\""}));

}  // namespace
}  // namespace pgplumb::parse
