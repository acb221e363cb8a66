// Indexes, sequences, drops, renames, moves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/parse/replayed.hpp"

namespace pgplumb::parse {
namespace {

class Statement : public testing::TestWithParam<ReplayCase> {};

TEST_P(Statement, ChangesTheModel) {
  const Replayed result = replayed(GetParam().sql);
  EXPECT_EQ(result.model, GetParam().model);
  EXPECT_EQ(result.problems, "");
}

INSTANTIATE_TEST_SUITE_P(
    CreateIndex, Statement,
    testing::Values(
        ReplayCase{"create table t (a text, b int); create unique index concurrently i on t "
                   "(a text_pattern_ops desc nulls last, b) include (b) with (fillfactor = 70) "
                   "where b > 0",
                   "rel{public.t attr{a text} attr{b int4}}\n"
                   "index{public.i on public.t unique btree(a pg_catalog.text_pattern_ops desc "
                   "nulls last, b) include(b) where (b > 0) with(fillfactor=70)}"},
        ReplayCase{"create table t (a text); create index on t (lower(a), lower(a)); "
                   "create index on t (lower(a), lower(a)); create index on t ((a || a))",
                   "rel{public.t attr{a text}}\n"
                   "index{public.t_expr_idx on public.t btree((a || a))}\n"
                   "index{public.t_lower_lower1_idx on public.t btree((lower(a)), (lower(a)))}\n"
                   "index{public.t_lower_lower1_idx1 on public.t btree((lower(a)), (lower(a)))}"},
        ReplayCase{"create table t (a text); create index i on t ((a collate \"C\"), (a), "
                   "(lower(a) collate \"C\")); cluster t using i",
                   "rel{public.t attr{a text}}\n"
                   "index{public.i on public.t btree(a collate pg_catalog.C, a, "
                   "(lower(a)) collate pg_catalog.C) clustered}"},
        ReplayCase{"create table t (a int); create index if not exists i on t using hash (a); "
                   "create index if not exists i on t (a)",
                   "rel{public.t attr{a int4}}\nindex{public.i on public.t hash(a)}"}));

INSTANTIATE_TEST_SUITE_P(
    Sequences, Statement,
    testing::Values(
        ReplayCase{"create sequence s", "seq{public.s int8}"},
        ReplayCase{"create sequence s as smallint increment -1 cycle cache 10",
                   "seq{public.s int2 start=-1 increment=-1 min=-32768 max=-1 cache=10 cycle}"},
        ReplayCase{"create sequence s as int; alter sequence s as bigint restart 7 no cycle",
                   "seq{public.s int8}"},
        ReplayCase{"create sequence s minvalue 5 maxvalue 10; alter sequence s no maxvalue",
                   "seq{public.s int8 start=5 min=5}"},
        ReplayCase{"create table t (a int); create sequence s owned by t.a; drop table t", ""},
        ReplayCase{"create table t (a int); create sequence s owned by t.a; "
                   "alter sequence s owned by none; drop table t",
                   "seq{public.s int8}"}));

INSTANTIATE_TEST_SUITE_P(
    Drops, Statement,
    testing::Values(
        ReplayCase{"create table t (a int primary key); create index on t (a); drop table t", ""},
        ReplayCase{"create table t (a int); create index i on t (a); drop index i",
                   "rel{public.t attr{a int4}}"},
        ReplayCase{"create type e as enum ('a'); create table t (x e, y int); drop type e cascade",
                   "rel{public.t attr{y int4}}"},
        ReplayCase{"create schema s; create table s.t (a int); drop schema s cascade", ""},
        ReplayCase{"drop table if exists nowhere; drop type if exists nothing cascade", ""}));

INSTANTIATE_TEST_SUITE_P(
    Renames, Statement,
    testing::Values(
        ReplayCase{"create table t (a int primary key); alter table t rename to u; "
                   "alter table u rename a to b; alter index t_pkey rename to u_pkey",
                   "rel{public.u attr{b int4 !null} con{u_pkey primary_key(b)}}"},
        ReplayCase{"create table t (a int primary key, b int references t); alter table t rename a "
                   "to id; alter table t rename to u",
                   "rel{public.u attr{id int4 !null} attr{b int4} con{t_b_fkey foreign_key(b) -> "
                   "public.u(id)} con{t_pkey primary_key(id)}}"},
        ReplayCase{"create type e as enum ('a'); create table t (x e[]); alter type e rename to f",
                   "enum{public.f (a)}\nrel{public.t attr{x public.f[]}}"},
        ReplayCase{"create schema s; create table s.t (a int); alter schema s rename to r",
                   "namespace_{r}\nrel{r.t attr{a int4}}"},
        ReplayCase{"create table p (a int, constraint c check (a > 0)); create table q () inherits "
                   "(p); alter table p rename a to b; alter table p rename constraint c to d",
                   "rel{public.p attr{b int4} con{d check (b > 0)}}\n"
                   "rel{public.q inherits(public.p) attr{b int4 !local inherited=1} "
                   "con{d check (b > 0) !local inherited=1}}"},
        ReplayCase{"create schema s; create table t (a int primary key, b serial); create index i "
                   "on t (b); alter table t set schema s",
                   "namespace_{s}\nseq{s.t_b_seq int4 owned_by s.t.b}\n"
                   "rel{s.t attr{a int4 !null} attr{b int4 !null} "
                   "default{b nextval('s.t_b_seq'::regclass)} con{t_pkey primary_key(a)}}\n"
                   "index{s.i on s.t btree(b)}"}));

TEST(UnmanagedStatement, IsNamedByItsLeadingWords) {
  const auto named = [](const std::string& sql) { return replayed(sql).problems; };
  EXPECT_THAT(named("create role h2_x"), testing::HasSubstr("statement CREATE ROLE is"));
  EXPECT_THAT(named("create role \"h2 x\""), testing::HasSubstr("statement CREATE ROLE is"));
  EXPECT_THAT(named("create role bob"), testing::HasSubstr("statement CREATE ROLE BOB is"));
}

TEST(Privileges, OnWhatIsBuiltInAreUnmanaged) {
  const auto problems = [](const std::string& sql) { return replayed(sql).problems; };
  EXPECT_THAT(problems("revoke execute on function pg_sleep(float8) from public"),
              testing::HasSubstr("privileges on function pg_sleep is not managed yet"));
  EXPECT_THAT(problems("revoke all on pg_statistic from public"),
              testing::HasSubstr("privileges on relation pg_statistic is not managed yet"));
  EXPECT_THAT(problems("grant select on no_such_table to public"),
              testing::HasSubstr("\"no_such_table\" does not exist"));
  EXPECT_THAT(problems("drop function now()"), testing::HasSubstr("\"now\" does not exist"));
}

}  // namespace
}  // namespace pgplumb::parse
