// ALTER EXTENSION … SET SCHEMA: what uses the extension goes on using it.
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ExtensionMove : public ProgramTest {
 protected:
  void succeeds(const std::vector<std::string>& arguments) {
    const Outcome outcome = run_on_database(arguments);
    EXPECT_EQ(outcome.code, 0) << shown(outcome);
  }
};

// Whatever may name what an extension brings, in `space`.
std::string users_of(const std::string& space) {
  const std::string in_space =
      "create extension hstore schema " + space + ";\ncreate extension citext schema " + space +
      ";\ncreate extension pg_trgm schema " + space + ";\ncreate extension moddatetime schema " +
      space + ";\ncreate extension unaccent schema " + space + ";\nset search_path = public, " +
      space + ";\n";
  return "create schema \"Ext\";\n" + in_space + R"(
create table t (id int primary key, h hstore not null default ''::hstore,
  c citext check (c <> 'x'), g text generated always as (h -> 'a') stored, m timestamptz);
create index on t using gin (h);
create index on t using gin (c gin_trgm_ops);
create function f(a hstore, b citext) returns hstore language sql as 'select a';
comment on function f(hstore, citext) is 'f';
create function g(a hstore) returns int language sql begin atomic select (a -> 'x')::int; end;
create view v as select id, h -> 'x' as x, c, similarity(c::text, 'q') from t
  where c in ('a', 'b') and c = any (select c from t) order by c using <;
create domain d as citext check (value <> 'q');
create trigger tr before update on t for each row execute function moddatetime(m);
create text search configuration words (copy = simple);
alter text search configuration words alter mapping for hword with unaccent, simple;
create policy p on t using (c = current_user::citext);
grant execute on function hstore(text, text) to pg_monitor;
)";
}

TEST_F(ExtensionMove, IsAllThatAPlanNeeds) {
  migration("1_a", users_of("public"));
  folder().write("schema/a.sql", users_of("\"Ext\""));
  const std::string text = generated();
  EXPECT_THAT(text, HasSubstr("ALTER EXTENSION citext SET SCHEMA \"Ext\""));
  EXPECT_THAT(text, HasSubstr("ALTER EXTENSION citext SET SCHEMA public"));
  for (const char* word : {"VIEW", "TABLE", "FUNCTION", "DOMAIN", "INDEX", "TRIGGER", "GRANT"}) {
    EXPECT_THAT(text, Not(HasSubstr(word))) << text;
  }
  succeeds({"up"});
  succeeds({"verify"});
  succeeds({"down"});
  succeeds({"verify"});
}

TEST_F(ExtensionMove, ComesAfterItsSchemaAndBeforeWhatIsMadeOfIt) {
  migration("1_a",
            "create schema \"Old\";\ncreate extension hstore schema \"Old\";\n"
            "create table t (id int primary key, h \"Old\".hstore);\n");
  folder().write("schema/a.sql",
                 "create schema \"New\";\ncreate extension hstore schema \"New\";\n"
                 "create table t (id int primary key, h \"New\".hstore, i \"New\".hstore);\n"
                 "create table u (h \"New\".hstore[]);\n");
  const std::string text = generated();
  EXPECT_THAT(text, HasSubstr("ALTER TABLE public.t ADD COLUMN i \"New\".hstore"));
  EXPECT_THAT(text, Not(HasSubstr("ALTER TABLE public.t ALTER COLUMN h")));
  EXPECT_THAT(text, HasSubstr("DROP SCHEMA \"Old\""));
  succeeds({"up"});
  succeeds({"verify"});
}

TEST_F(ExtensionMove, InAMigrationIsFollowedByWhatUsesIt) {
  migration("1_a", users_of("public") +
                       "alter extension hstore set schema \"Ext\";\n"
                       "alter extension unaccent set schema \"Ext\";\n"
                       "alter extension pg_trgm set schema \"Ext\";\n"
                       "alter extension moddatetime set schema \"Ext\";\n");
  succeeds({"up"});
  succeeds({"verify"});
}

// One operator of that name: no doubt is left.
TEST_F(ExtensionMove, InAMigrationNeedsNoServer) {
  migration("1_a",
            "create schema ext;\ncreate extension citext;\n"
            "create table t (c citext check (c <> 'x'));\n"
            "create view v as select c from t where c in ('a', 'b');\n"
            "alter extension citext set schema ext;\n");
  succeeds({"up"});
  succeeds({"verify", "--offline"});
}

TEST_F(ExtensionMove, DoneByHandIsOneDifference) {
  migration("1_a", users_of("public"));
  succeeds({"up"});
  value("alter extension citext set schema \"Ext\"; select 1");
  const Outcome outcome = run_on_database({"verify"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.out, HasSubstr("extension citext: schema is Ext, migrations say public"));
  EXPECT_THAT(outcome.out, HasSubstr("1 different")) << outcome.out;
}

class ExtensionOrder : public ExtensionMove {};

// By their names the one that needs the other would come last here, and first there.
TEST_F(ExtensionOrder, IsThatOfWhatTheyNeed) {
  migration("1_a", "create extension earthdistance cascade;\n");
  folder().write("schema/a.sql", "create extension hstore;\n");
  const std::string text = generated();
  EXPECT_LT(text.find("DROP EXTENSION earthdistance"), text.find("DROP EXTENSION cube"));
  EXPECT_LT(text.find("CREATE EXTENSION cube"), text.find("CREATE EXTENSION earthdistance"));
}

}  // namespace
}  // namespace pgplumb::testing
