// The kinds that stand beside tables, as a server stores what SQL made.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "introspect/read_catalog.hpp"
#include "tests/support/throwaway_fixture.hpp"
#include "tests/unit/introspect/facts.hpp"

namespace pgplumb::introspect {
namespace {

using ::testing::ElementsAreArray;

struct Case {
  std::string name;
  std::string sql;
  std::vector<std::string> facts;
};

void PrintTo(const Case& shown, std::ostream* out) { *out << shown.name; }

ReadOptions raw() {
  ReadOptions options;
  options.canonicalize = false;
  return options;
}

// Everything but the table that the cases are about.
std::vector<std::string> facts_beside_table(const Catalog& catalog) {
  std::vector<std::string> facts = facts_of(catalog);
  std::erase_if(facts, [](const std::string& fact) {
    return fact.starts_with("table public.t") || fact.starts_with("column public.t.");
  });
  return facts;
}

class ReadObjects : public pgplumb::testing::ThrowawayTest,
                    public ::testing::WithParamInterface<Case> {};

TEST_P(ReadObjects, GivesTheFacts) {
  connect().execute("create table t (a int, b text);" + GetParam().sql);
  Diagnostics diagnostics;
  EXPECT_THAT(facts_beside_table(read_catalog(url(), raw(), diagnostics)),
              ElementsAreArray(GetParam().facts));
  EXPECT_TRUE(diagnostics.empty());
}

const Case kCases[] = {
    {"Statistics",
     "create statistics s on b, a, lower(b) from t; create statistics u (mcv) on a, b from t;"
     "create statistics e on (a + 1) from t; alter statistics e set statistics 7",
     {"statistics object public.e table public.t expressions (a + 1) statistics_target 7",
      "statistics object public.s table public.t ndistinct yes dependencies yes mcv yes "
      "columns a, b expressions lower(b)",
      "statistics object public.u table public.t mcv yes columns a, b"}},
    {"Rules",
     "create rule r as on insert to t where new.a > 1 do instead (select 1; select 2);"
     "create rule s as on delete to t do nothing; alter table t enable replica rule s",
     {"rule public.t.r instead yes condition (new.a > 1) actions SELECT 1, SELECT 2",
      "rule public.t.s event delete enabled replica"}},
    {"EventTriggers",
     "create function f() returns event_trigger language plpgsql as 'begin end';"
     "create event trigger e on sql_drop when tag in ('drop view', 'DROP TABLE') "
     "execute function f(); alter event trigger e disable",
     {"routine public.f() result event_trigger language plpgsql body begin end",
      "event trigger e event sql_drop tags DROP VIEW, DROP TABLE function public.f "
      "enabled disabled"}},
    {"Publications",
     "create publication p for all tables with (publish = 'insert');"
     "create publication q for table t (b) where (a > 1) with (publish_via_partition_root);"
     "create publication r for tables in schema public",
     {"publication p all_tables yes publishes_update no publishes_delete no "
      "publishes_truncate no",
      "publication q via_partition_root yes", "publication r",
      "published table public.t in q columns b row_filter (a > 1)",
      "published schema public in r"}},
    {"Subscriptions",
     "create subscription s connection 'dbname=x password=secret' publication q, p "
     "with (connect = false, binary, streaming, two_phase, disable_on_error)",
     {"subscription s connection dbname=x password=**** publications q, p enabled no slot_name s "
      "binary yes streaming on two_phase yes disable_on_error yes"}},
    {"Languages",
     "create function h() returns language_handler language c "
     "as '$libdir/plpgsql', 'plpgsql_call_handler';"
     "create trusted language l handler h validator plpgsql_validator;"
     "create transform for int language l (to sql with function int4recv(internal));"
     "create function g(int) returns int language l transform for type int as 'begin return 1; "
     "end';"
     "revoke usage on language l from public",
     {"language l trusted yes handler public.h validator pg_catalog.plpgsql_validator",
      "routine public.g(integer) arguments type integer result integer language l body begin "
      "return 1; end "
      "transforms integer",
      "routine public.h() result language_handler language c body plpgsql_call_handler "
      "library $libdir/plpgsql",
      "transform pg_catalog.int4 for l to_sql pg_catalog.int4recv",
      "privileges of language l for PUBLIC"}},
    {"AccessMethods",
     "create access method m type table handler heap_tableam_handler;"
     "create access method i type index handler bthandler; create table u (a int) using m",
     {"access method i type index handler pg_catalog.bthandler",
      "access method m handler pg_catalog.heap_tableam_handler", "table public.u access_method m",
      "column public.u.a type integer"}},
};

INSTANTIATE_TEST_SUITE_P(Kinds, ReadObjects, ::testing::ValuesIn(kCases),
                         [](const auto& info) { return info.param.name; });

using Subscriptions = pgplumb::testing::ThrowawayTest;

TEST_F(Subscriptions, KeepTheirConnectionFromOrdinaryRoles) {
  pg::Session session = connect();
  session.execute(
      "create role nobody_special; create subscription s connection 'password=secret' "
      "publication p with (connect = false)");
  session.execute("set role nobody_special");
  Diagnostics diagnostics;
  const Catalog catalog = read_catalog(session, raw(), diagnostics);
  const auto* subscription =
      catalog.get<Subscription>(object_id(ObjectKind::subscription, Identifier("s")));
  ASSERT_NE(subscription, nullptr);
  EXPECT_FALSE(subscription->connection.known());
  ASSERT_EQ(diagnostics.count(DiagnosticCode::not_readable), 1U);
  EXPECT_THAT(diagnostics.all()[0].message, ::testing::HasSubstr("superuser"));
  session.execute(
      "reset role; alter subscription s set (slot_name = none); drop subscription s;"
      "drop role nobody_special");
}

}  // namespace
}  // namespace pgplumb::introspect
