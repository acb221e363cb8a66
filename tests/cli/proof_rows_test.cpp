// The rows that a pair is proved with: no statement may fail on what only they lack.
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

using ::testing::HasSubstr;

class ProofRows : public ProgramTest {
 protected:
  // `not null` stands in the place of "?" afterwards.
  std::string with_not_null(const std::string& text) {
    std::string before = text;
    std::string after = text;
    for (std::size_t at = 0; (at = before.find('?')) != std::string::npos;) before.erase(at, 1);
    for (std::size_t at = 0; (at = after.find('?')) != std::string::npos;) {
      after.replace(at, 1, "not null");
    }
    migration("1_a", before);
    folder().write("schema/a.sql", after);
    return generated();
  }
};

TEST_F(ProofRows, ReferencesAreFilledInTheirOrder) {
  const std::string text = with_not_null(R"(
create table users (id int primary key);
create table posts (id int primary key, created_by int ? references users, parent int references posts);
create table a (id int primary key, b int);
create table b (id int primary key, a int ? references a);
alter table a add foreign key (b) references b;
)");
  EXPECT_THAT(text, HasSubstr("ALTER TABLE public.posts ALTER COLUMN created_by SET NOT NULL"));
  EXPECT_THAT(text, HasSubstr("ALTER TABLE public.b ALTER COLUMN a SET NOT NULL"));
}

TEST_F(ProofRows, AnyTypeHasAValue) {
  const std::string text = with_not_null(R"(
create extension citext;
create extension hstore;
create type pair as (a int, b text);
create type span as range (subtype = int);
create domain name_of as citext;
create table t (id int, a citext ?, b hstore ?, c pair ?, d span ?, e name_of ?, f pg_lsn ?,
  g jsonpath ?);
)");
  for (const char column : {'a', 'b', 'c', 'd', 'e', 'f', 'g'}) {
    EXPECT_THAT(text, HasSubstr(std::string("ALTER COLUMN ") + column + " SET NOT NULL"));
  }
}

// One of the two has to be null.
TEST_F(ProofRows, AColumnBesideAnotherOneIsFilled) {
  const std::string text = with_not_null(
      "create table t (id int, k text ?, a int, b int, check (a is null or b is null));\n");
  EXPECT_THAT(text, HasSubstr("ALTER COLUMN k SET NOT NULL"));
}

TEST_F(ProofRows, ARenamedColumnIsFilledUnderItsFormerName) {
  migration("1_a", "create table t (id int, a int, b int, check (a is null or b is null));\n");
  folder().write(
      "schema/a.sql",
      "create table t (id int, b2 int not null, a int, check (a is null or b2 is null));\n");
  const Outcome outcome = run({"generate", "change", "--rename", "t.b=b2"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
}

TEST_F(ProofRows, AViewThatGetsAColumnIsReplaced) {
  migration("1_a",
            "create table users (id int, username text);\n"
            "create view v as select id, username from users;\n"
            "create view w as select * from v;\n");
  folder().write("schema/a.sql",
                 "create table users (id int, username text, name text);\n"
                 "create view v as select id, username, name from users;\n"
                 "create view w as select * from v;\n");
  const std::string text = generated();
  EXPECT_THAT(text, HasSubstr("CREATE OR REPLACE VIEW public.v"));
  EXPECT_THAT(text, HasSubstr("CREATE OR REPLACE VIEW public.w"));
}

// They are still where they were, under another parent or none.
TEST_F(ProofRows, RowsOfChildrenAreNoneOfTheirParents) {
  migration("1_a",
            "create table p (a int);\n"
            "create table c (a int);\n"
            "create table m (a int) partition by list (a);\n"
            "create table m1 partition of m for values in (1);\n");
  folder().write("schema/a.sql",
                 "create table p (a int);\n"
                 "create table c (a int) inherits (p);\n"
                 "create table m (a int) partition by list (a);\n"
                 "create table m1 (a int);\n");
  const std::string text = generated();
  EXPECT_THAT(text, HasSubstr("ALTER TABLE public.c INHERIT public.p"));
  EXPECT_THAT(text, HasSubstr("ALTER TABLE public.m DETACH PARTITION public.m1"));
}

// The edit that people make most. Rows of ours must fit the rule that it adds.
TEST_F(ProofRows, FitTheRulesThatTheEditAdds) {
  migration("1_a", R"(
create type label as enum ('a', 'b');
create domain code as text;
create table t (id serial primary key, e text not null, n int not null, lo int, hi int, c code,
  j jsonb, p text, r int4range, w varchar(40), l label, tags text[] not null default '{}');
create table target (k text primary key check (k = 'zz'));
create table source (k text not null);
create table parent (a int);
create table child (b int) inherits (parent);
)");
  folder().write("schema/a.sql", R"(
create type label as enum ('b');
create domain code as text check (length(value) = 5);
create table t (id serial primary key check (id > 100), e text not null check (e in ('x', 'y')),
  n int not null check (n between 50 and 60), lo int, hi int check (lo < hi), c code,
  j jsonb check (j ? 'name'), p text check (p ~ '^[a-z]{3}-\d{4}$'),
  r int4range check (not isempty(r)), w varchar(3), l label,
  tags text[] not null default '{}' check (cardinality(tags) > 0));
create table target (k text primary key check (k = 'zz'));
create table source (k text not null references target);
create table parent (a int check (a > 1000));
create table child (b int) inherits (parent);
)");
  const Outcome outcome = run({"generate", "change", "--allow-all-hazards"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_THAT(outcome.err, HasSubstr("rows survive: yes\n"));
}

TEST_F(ProofRows, HaveValuesOfTheTypesThatColumnsGet) {
  migration("1_a", R"(
create type e as enum ('new', 'old');
create table t (u text not null, i text not null, d varchar(10) not null, j text, e text, x bigint,
  b boolean);
)");
  folder().write("schema/a.sql", R"(
create type e as enum ('new', 'old');
create table t (u uuid not null, i int not null, d date not null, j jsonb, e e, x smallint, b int);
)");
  const Outcome outcome = run({"generate", "change", "--allow-all-hazards"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_THAT(outcome.err, HasSubstr("rows survive: yes\n"));
}

TEST_F(ProofRows, LieWithinTheBoundsOfPartitions) {
  migration("1_a", R"(
create table m (a int, t timestamptz) partition by range (a);
create table m_d partition of m default;
create table m_5 partition of m for values from (5000) to (6000);
create table l (k text) partition by list (lower(k));
create table l_b (k text);
create table o (t timestamptz) partition by range (t);
create table o_d partition of o default;
)");
  folder().write("schema/a.sql", R"(
create table m (a int check (a <> 5000), t timestamptz) partition by range (a);
create table m_d partition of m default;
create table m_0 partition of m for values from (0) to (100);
create table m_5 partition of m for values from (5000) to (6000);
create table l (k text) partition by list (lower(k));
create table l_b partition of l for values in ('other');
create table o (t timestamptz) partition by range (t);
create table o_d partition of o default;
create table o_1 partition of o for values from ('2025-01-01') to ('2027-01-01');
)");
  const Outcome outcome = run({"generate", "change"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_THAT(outcome.err, HasSubstr("rows survive: yes\n"));
}

TEST_F(ProofRows, ATableWithoutAnyThatFitIsNamed) {
  const std::string function =
      "create function fits(text) returns boolean language sql immutable as "
      "'select length($1) < 0';\n";
  migration("1_a", function + R"(
create table t (id int primary key, c text not null);
create table user_of_t (t int references t);
create table u (id int);
)");
  folder().write("schema/a.sql", function + R"(
create table t (id int primary key, c text not null check (fits(c)));
create table user_of_t (t int references t);
create table u (id int, n int not null);
)");
  const Outcome outcome = run({"generate", "change", "--dry-run"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_THAT(outcome.err, HasSubstr("rows survive: yes (but for 3 tables, which were tried "
                                     "without any)"));
  const std::string said =
      "proved without rows in public.t: check constraint \"t_c_check\" of relation \"t\" is "
      "violated by some row\n";
  EXPECT_THAT(outcome.err, HasSubstr("  " + said));
  EXPECT_THAT(outcome.out, HasSubstr("-- " + said));
  const std::string other =
      "proved without rows in public.u: column \"n\" of relation \"u\" contains null values\n";
  EXPECT_THAT(outcome.err, HasSubstr("  " + other));
  EXPECT_THAT(outcome.out, HasSubstr("-- " + other + "ALTER TABLE public.u ADD COLUMN n"));
  EXPECT_THAT(outcome.out, HasSubstr("-- proved without rows in public.user_of_t: they reference "
                                     "rows that were left out\n"));
}

// They are in every database that the migrations made.
TEST_F(ProofRows, OfTheMigrationsAreNotPassedBy) {
  migration("1_a", "create table t (c text);\ninsert into t values ('q');\n");
  folder().write("schema/a.sql", "create table t (c text check (c in ('a', 'b')));\n");
  const Outcome outcome = run({"generate", "change"});
  EXPECT_EQ(outcome.code, 1) << shown(outcome);
  EXPECT_THAT(outcome.err, HasSubstr("is violated by some row"));
  EXPECT_THAT(outcome.err, HasSubstr("the rows are the migrations' own"));
}

// A partition of another modulus keeps no more than some of its rows.
TEST_F(ProofRows, ThatAHashSendsElsewhereAreNoticed) {
  const auto partition = [](const std::string& name, int modulus, int remainder) {
    return "create table " + name + " partition of m for values with (modulus " +
           std::to_string(modulus) + ", remainder " + std::to_string(remainder) + ");\n";
  };
  const std::string parent = "create table m (id int) partition by hash (id);\n";
  migration("1_a", parent + partition("m0", 2, 0) + partition("m1", 2, 1));
  folder().write("schema/a.sql", parent + partition("m0", 4, 0) + partition("m1", 4, 1) +
                                     partition("m2", 4, 2) + partition("m3", 4, 3));
  const Outcome outcome = run({"generate", "change"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_THAT(outcome.err,
              HasSubstr("proved without rows in public.m0: partition constraint of relation "
                        "\"m0\" is violated by some row; rows that the hash sends to another "
                        "partition now have to be moved there by hand"));
}

TEST_F(ProofRows, OfPartitionsAndChildrenThatGoAreNotMissed) {
  migration("1_a",
            "create table m (a int) partition by list (a);\n"
            "create table m1 partition of m for values in (1);\n"
            "create table m2 partition of m for values in (2);\n"
            "create table p (a int);\n"
            "create table c () inherits (p);\n");
  folder().write("schema/a.sql",
                 "create table m (a int) partition by list (a);\n"
                 "create table m2 partition of m for values in (2);\n"
                 "create table p (a int);\n");
  const Outcome outcome = run({"generate", "change", "--allow", "drops_data"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_THAT(outcome.err, HasSubstr("rows survive: yes\n"));
}

TEST_F(ProofRows, AreLookedForUnderTheNewNameOfTheirTable) {
  migration("1_a", "create table t (id int primary key, a text not null);\n");
  folder().write("schema/a.sql",
                 "create table u (id int primary key, b text not null check (b like 'zz%'));\n");
  const Outcome outcome = run({"generate", "change", "--rename", "t=u", "--rename", "t.a=b"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_THAT(outcome.err, HasSubstr("rows survive: yes\n"));
}

// The password belongs to whoever reviews the file.
TEST_F(ProofRows, APasswordIsLeftToAPerson) {
  const std::string server =
      "create foreign data wrapper w;\ncreate server s foreign data wrapper w;\n";
  migration("1_a", server);
  folder().write("schema/a.sql", server +
                                     "create user mapping for public server s options "
                                     "(\"user\" 'a', password '" +
                                     std::string(kSecret) + "');\n");
  const Outcome outcome = run({"generate", "change", "--dry-run", "--allow", "needs_secret"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_THAT(outcome.out, HasSubstr("password '****'"));
  EXPECT_THAT(outcome.err, HasSubstr("proved without the password of user mapping s.public"));
  EXPECT_EQ(outcome.err.find("differs"), std::string::npos);
}

TEST_F(ProofRows, AWayWithoutOneBackSaysSo) {
  migration("1_a",
            "create table t (a int, g int generated always as (a + 1) stored);\n"
            "create table p (id int);\n"
            "create table c () inherits (p);\n");
  folder().write("schema/a.sql",
                 "create table t (a int, g int);\n"
                 "create table p (id int);\n"
                 "create table c (id int);\n");
  const Outcome outcome = run({"generate", "change", "--dry-run"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_THAT(outcome.out, HasSubstr("DROP EXPRESSION"));
  EXPECT_THAT(outcome.out, HasSubstr("-- pgplumb: irreversible\n-- column public."));
  EXPECT_THAT(outcome.err, HasSubstr("up reaches the schema: yes, there is no way down, rows "
                                     "survive: yes"));
}

}  // namespace
}  // namespace pgplumb::testing
