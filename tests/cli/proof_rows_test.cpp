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

}  // namespace
}  // namespace pgplumb::testing
