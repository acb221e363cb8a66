// What newer servers have and the parser's grammar may not: read, told apart, and planned both ways
// between two databases.
#include <gtest/gtest.h>

#include <array>
#include <ostream>
#include <string>

#include "introspect/read_catalog.hpp"
#include "schema/catalog_pair.hpp"
#include "tests/acceptance/states.hpp"
#include "tests/support/throwaway_fixture.hpp"

namespace pgplumb::acceptance {
namespace {

struct Pair {
  const char* name;
  int since;  // the first major that runs both
  const char* current;
  const char* desired;
};

void PrintTo(const Pair& pair, std::ostream* out) { *out << pair.desired; }

constexpr auto kPairs = std::to_array<Pair>({
    {"set_expression", 17, "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED)",
     "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 2) STORED)"},
    {"maintain", 17, "CREATE TABLE t (a int); GRANT SELECT ON t TO pg_monitor",
     "CREATE TABLE t (a int); GRANT MAINTAIN ON t TO pg_monitor"},
    {"virtual_column", 18, "CREATE TABLE t (a int)",
     "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL)"},
    {"virtual_expression", 18, "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL)",
     "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) VIRTUAL)"},
    {"stored_to_virtual", 18, "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED)",
     "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL)"},
    {"check_not_enforced", 18, "CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0))",
     "CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0) NOT ENFORCED)"},
    {"foreign_key_not_enforced", 18,
     "CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE t (a int, CONSTRAINT c FOREIGN KEY (a) "
     "REFERENCES p)",
     "CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE t (a int, CONSTRAINT c FOREIGN KEY (a) "
     "REFERENCES p NOT ENFORCED)"},
    {"temporal_key", 18, "CREATE TABLE t (a int4range, d daterange)",
     "CREATE TABLE t (a int4range, d daterange, CONSTRAINT k PRIMARY KEY (a, d WITHOUT OVERLAPS), "
     "CONSTRAINT u UNIQUE (d, a WITHOUT OVERLAPS))"},
    {"temporal_foreign_key", 18,
     "CREATE TABLE p (a int4range, d daterange, CONSTRAINT k PRIMARY KEY (a, d WITHOUT OVERLAPS)); "
     "CREATE TABLE t (a int4range, d daterange)",
     "CREATE TABLE p (a int4range, d daterange, CONSTRAINT k PRIMARY KEY (a, d WITHOUT OVERLAPS)); "
     "CREATE TABLE t (a int4range, d daterange, CONSTRAINT c FOREIGN KEY (a, PERIOD d) REFERENCES "
     "p (a, PERIOD d))"},
    {"not_null_named", 18, "CREATE TABLE t (a int, b int NOT NULL)",
     "CREATE TABLE t (a int CONSTRAINT \"a must be\" NOT NULL, b int CONSTRAINT b NOT NULL, c int "
     "CONSTRAINT c NOT NULL)"},
    {"not_null_not_valid", 18, "CREATE TABLE t (a int, b int NOT NULL)",
     "CREATE TABLE t (a int, b int); ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID, ADD "
     "CONSTRAINT t_b_not_null NOT NULL b NOT VALID"},
    {"not_null_no_inherit", 18, "CREATE TABLE t (a int, b int NOT NULL)",
     "CREATE TABLE t (a int NOT NULL NO INHERIT, b int NOT NULL NO INHERIT, c int CONSTRAINT x NOT "
     "NULL NO INHERIT)"},
    {"new_table_not_valid", 18, "CREATE SCHEMA s",
     "CREATE SCHEMA s; CREATE TABLE s.t (a int, b int CONSTRAINT b NOT NULL); ALTER TABLE s.t ADD "
     "CONSTRAINT n NOT NULL a NOT VALID"},
});

class NewerServerMigration : public testing::ThrowawayTest,
                             public ::testing::WithParamInterface<Pair> {
 protected:
  struct State {
    scratch::ScratchDatabase database;
    Catalog catalog;
  };

  static Catalog read(const scratch::ScratchDatabase& database, Problems& problems) {
    Diagnostics diagnostics;
    Catalog catalog = introspect::read_catalog(database.url(), {}, diagnostics);
    for (const Diagnostic& one : diagnostics.all()) problems.push_back(render(one));
    for (const Unmanaged& one : catalog.unmanaged) problems.push_back("unmanaged: " + one.what);
    return catalog;
  }

  static State made(const char* sql, Problems& problems) {
    scratch::ScratchDatabase database = server()->fresh_database();
    pg::Session(database.url()).execute(sql);
    Catalog catalog = read(database, problems);
    return {std::move(database), std::move(catalog)};
  }

  static void lead(State& state, Catalog wanted, const std::string& way, Problems& problems) {
    reconcile(state.catalog, wanted);
    const auto plan = planned(state.catalog, wanted, {}, Way::up, wanted.server_version);
    if (!plan) return problems.push_back(way + ": " + render(plan.error()));
    if (plan->empty()) problems.push_back(way + ": no difference is seen");
    pg::Session session(state.database.url());
    for (const diff::Segment& segment : plan->segments) {
      const std::string sql = diff::render_sql(segment);
      try {
        session.execute(sql);
      } catch (const std::exception& error) {
        problems.push_back(way + ": " + error.what() + "\n" + sql);
      }
    }
    state.catalog = read(state.database, problems);
    require_same(state.catalog, wanted, "after " + way + " by\n" + diff::render_sql(*plan),
                 problems);
  }
};

TEST_P(NewerServerMigration, LeadsThereAndBack) {
  if (server()->server_major() < GetParam().since) {
    GTEST_SKIP() << "needs PostgreSQL " << GetParam().since;
  }
  Problems problems;
  State current = made(GetParam().current, problems);
  const State desired = made(GetParam().desired, problems);
  const Catalog start = current.catalog;
  lead(current, desired.catalog, "up", problems);
  lead(current, start, "down", problems);
  expect_none("newer", GetParam().name, problems);
}

INSTANTIATE_TEST_SUITE_P(Table, NewerServerMigration, ::testing::ValuesIn(kPairs),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace pgplumb::acceptance
