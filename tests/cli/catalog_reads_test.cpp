// How many rows of the catalogs a server reads for `verify`: a measure of its work that, unlike
// milliseconds, is the same on each machine. A query that reads a catalog once for each object of
// another shows here, on a database too small for a clock to notice.
#include <gmock/gmock.h>

#include <chrono>
#include <string>
#include <thread>

#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

// Of all that a schema commonly holds. Nobody has analyzed the catalogs yet, as in CI.
std::string many_of_everything(int count) {
  std::string sql =
      "create extension hstore;\ncreate extension citext;\n"
      "create function touch() returns trigger language plpgsql as "
      "'begin return new; end';\n"
      "create table parted (id int, at date) partition by range (at);\ncreate publication p;\n";
  for (int number = 0; number < count; ++number) {
    const std::string n = std::to_string(number);
    sql +=
        "create table t" + n + " (id bigint generated always as identity primary key, label" +
        " text not null default '', tags hstore, name citext unique, parent bigint references t" +
        n + ", check (id > 0));\n" +  //
        "create index on t" + n + " (lower(label)) where id > 1;\n" + "create view v" + n +
        " as select id, label from t" + n + ";\n" + "create function f" + n +
        "(a int) returns int language sql as 'select 1';\n" +
        "create trigger touch before update on t" + n + " for each row execute function" +
        " touch();\n" +                                      //
        "create policy p on t" + n + " using (id > 0);\n" +  //
        "create type e" + n + " as enum ('a', 'b');\n" +     //
        "create statistics st" + n + " on id, label from t" + n + ";\n" + "comment on column t" +
        n + ".label is 'what it is called';\n" + "grant select on t" + n + " to pg_monitor;\n" +
        "alter publication p add table t" + n + ";\n" +  //
        "create table parted_" + n + " partition of parted for values from ('" +
        std::to_string(2000 + number) + "-01-01') to ('" + std::to_string(2001 + number) +
        "-01-01');\n";
  }
  return sql;
}

class CatalogReads : public ProgramTest {
 protected:
  // A backend reports what it read when it ends, which can be a moment after its client has.
  long reads_of_ended_sessions() {
    long last = -1;
    for (int round = 0; round < 40; ++round) {
      std::this_thread::sleep_for(std::chrono::milliseconds(250));
      const long now = std::stol(
          value("select tup_returned from pg_stat_database where datname = current_database()"));
      // This session's own questions are few.
      if (last >= 0 && now - last < 1000) return now;
      last = now;
    }
    return last;
  }
};

constexpr const char* kRows =
    "select (select count(*) from pg_attribute) + (select count(*) from pg_class)"
    " + (select count(*) from pg_constraint) + (select count(*) from pg_depend)"
    " + (select count(*) from pg_index) + (select count(*) from pg_proc)"
    " + (select count(*) from pg_trigger) + (select count(*) from pg_type)";

TEST_F(CatalogReads, StayInProportionToTheCatalogs) {
  migration("1_a", many_of_everything(120));
  const Outcome up = run_on_database({"up"});
  ASSERT_EQ(up.code, 0) << shown(up);
  const long rows = std::stol(value(kRows));
  const long before = reads_of_ended_sessions();
  const Outcome verified = run_on_database({"verify"});
  EXPECT_EQ(verified.code, 0) << shown(verified);
  const long read = reads_of_ended_sessions() - before;
  std::cout << read << " rows read, " << rows << " there\n";
  EXPECT_GT(read, rows / 2) << "not counted";
  EXPECT_LT(read, 8 * rows);
}

}  // namespace
}  // namespace pgplumb::testing
