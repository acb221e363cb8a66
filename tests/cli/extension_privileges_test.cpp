// Privileges on what extensions bring.
#include <gmock/gmock.h>

#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ExtensionPrivileges : public ProgramTest {
 protected:
  void succeeds(const std::vector<std::string>& arguments) {
    const Outcome outcome = run_on_database(arguments);
    EXPECT_EQ(outcome.code, 0) << shown(outcome);
  }
};

constexpr const char* kExtensions =
    "create schema \"Ext\";\ncreate extension hstore schema \"Ext\";\n"
    "create extension postgres_fdw schema \"Ext\";\ncreate extension pageinspect schema \"Ext\";\n";

TEST_F(ExtensionPrivileges, AreGivenAndTakenByAPlan) {
  migration("1_a", std::string(kExtensions) +
                       "grant execute on function \"Ext\".akeys(\"Ext\".hstore) to pg_monitor;\n"
                       "grant usage on type \"Ext\".hstore to pg_monitor with grant option;\n");
  folder().write("schema/a.sql",
                 std::string(kExtensions) +
                     "grant usage on type \"Ext\".hstore to pg_monitor;\n"
                     "revoke execute on function \"Ext\".akeys(\"Ext\".hstore) from public;\n"
                     "grant usage on foreign data wrapper postgres_fdw to pg_monitor;\n");
  const std::string text = generated();
  EXPECT_THAT(text,
              HasSubstr("REVOKE EXECUTE ON ROUTINE \"Ext\".akeys(\"Ext\".hstore) FROM PUBLIC"));
  EXPECT_THAT(text, HasSubstr("GRANT EXECUTE ON ROUTINE \"Ext\".akeys(\"Ext\".hstore) TO PUBLIC"));
  EXPECT_THAT(text, HasSubstr("REVOKE GRANT OPTION FOR USAGE ON TYPE \"Ext\".hstore"));
  EXPECT_THAT(text, HasSubstr("GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO pg_monitor"));
  succeeds({"up"});
  succeeds({"verify"});
  succeeds({"verify", "--offline"});
  succeeds({"down"});
  succeeds({"verify"});
}

TEST_F(ExtensionPrivileges, OfAllInASchemaAreFollowed) {
  migration("1_a", std::string(kExtensions) +
                       "grant execute on all functions in schema \"Ext\" to pg_monitor;\n"
                       "alter extension hstore set schema public;\n");
  succeeds({"up"});
  succeeds({"verify"});
  succeeds({"verify", "--offline"});
}

TEST_F(ExtensionPrivileges, StayWhereTheirSchemaIsRenamed) {
  const std::string more =
      "create table t (h \"Ext\".hstore);\ncreate view v as select \"Ext\".akeys(h) from t;\n"
      "grant execute on function \"Ext\".akeys(\"Ext\".hstore) to pg_monitor;\n"
      "grant usage on type \"Ext\".hstore to pg_monitor;\n";
  migration("1_a", kExtensions + more);
  std::string renamed = kExtensions + more;
  for (auto at = renamed.find("\"Ext\""); at != std::string::npos; at = renamed.find("\"Ext\"")) {
    renamed.replace(at, 5, "e2");
  }
  folder().write("schema/a.sql", renamed);
  const Outcome outcome = run({"generate", "--dry-run", "change", "--rename", "Ext=e2"});
  EXPECT_EQ(outcome.code, 0) << shown(outcome);
  EXPECT_THAT(outcome.out, HasSubstr("ALTER SCHEMA \"Ext\" RENAME TO e2;"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("GRANT"))) << shown(outcome);
  EXPECT_THAT(outcome.out, Not(HasSubstr("VIEW"))) << shown(outcome);
}

TEST_F(ExtensionPrivileges, OfDefaultPrivilegesAreTakenBackWhereTheExtensionIsToHaveNone) {
  const std::string access =
      "alter default privileges revoke execute on functions from public;\n"
      "alter default privileges grant usage on types to pg_monitor;\n";
  migration("1_a", access, "drop owned by current_user;\n");
  folder().write("schema/a.sql", "create extension lo;\n" + access);
  const std::string text = generated();
  EXPECT_THAT(text, HasSubstr("REVOKE USAGE ON TYPE public.lo FROM pg_monitor"));
  EXPECT_THAT(text, HasSubstr("GRANT EXECUTE ON ROUTINE public.lo_manage() TO PUBLIC"));
  succeeds({"up"});
  succeeds({"verify"});
  folder().write("schema/a.sql", access + "create extension lo;\n");
  const Outcome outcome = run({"diff", "migrations", "schema"});
  EXPECT_THAT(outcome.out, HasSubstr("public.lo_manage()")) << shown(outcome);
}

TEST_F(ExtensionPrivileges, ThatSomebodyChangedByHandAreDrift) {
  migration("1_a", std::string(kExtensions));
  succeeds({"up"});
  connect().execute("grant execute on function \"Ext\".akeys(\"Ext\".hstore) to pg_monitor");
  for (const bool offline : {false, true}) {
    std::vector<std::string> arguments = {"verify"};
    if (offline) arguments.emplace_back("--offline");
    const Outcome outcome = run_on_database(arguments);
    EXPECT_EQ(outcome.code, 2) << shown(outcome);
    EXPECT_THAT(outcome.out, HasSubstr("Ext.akeys(\"Ext\".hstore)"));
    EXPECT_THAT(outcome.out, HasSubstr(" 1 different, 0 unknown, 0 unmanaged")) << shown(outcome);
  }
}

// An extension that nobody asked for is one difference, whatever was granted on what it brings.
TEST_F(ExtensionPrivileges, GoWithTheExtension) {
  migration("1_a", "create schema s;\n");
  succeeds({"up"});
  connect().execute("create extension hstore schema s");
  connect().execute("grant execute on all functions in schema s to pg_monitor");
  const Outcome outcome = run_on_database({"verify"});
  EXPECT_EQ(outcome.code, 2) << shown(outcome);
  EXPECT_THAT(outcome.out, HasSubstr(" 1 different, 0 unknown, 0 unmanaged")) << shown(outcome);
  EXPECT_THAT(outcome.out, Not(HasSubstr("akeys"))) << shown(outcome);
}

}  // namespace
}  // namespace pgplumb::testing
