// How many rows of the catalogs a server reads for `verify`: a measure of its work that, unlike
// milliseconds, is the same on each machine. A query that reads a catalog once for each object of
// another shows here, on a database too small for a clock to notice.
#include <gmock/gmock.h>

#include <chrono>
#include <iostream>
#include <string>
#include <string_view>
#include <thread>

#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

constexpr const char* kOnce = R"(
create extension hstore;
create extension citext;
create function touch() returns trigger language plpgsql as 'begin return new; end';
create table parted (id int, at int) partition by list (at);
create publication p;
)";

// "@" is a number.
constexpr std::string_view kOften = R"(
create table t@ (
  id bigint generated always as identity primary key,
  label text not null default '', tags hstore, name citext unique,
  parent bigint references t@, check (id > 0)
);
create index on t@ (lower(label)) where id > 1;
create view v@ as select id, label from t@;
create function f@(a int) returns int language sql as 'select 1';
create trigger touch before update on t@ for each row execute function touch();
create policy p on t@ using (id > 0);
create type e@ as enum ('a', 'b');
create statistics st@ on id, label from t@;
comment on column t@.label is 'what it is called';
grant select on t@ to pg_monitor;
alter publication p add table t@;
create table parted_@ partition of parted for values in (@);
)";

// Of all that a schema commonly holds. Nobody has analyzed the catalogs yet, as in CI.
std::string many_of_everything(int count) {
  std::string sql = kOnce;
  for (int number = 0; number < count; ++number) {
    for (const char c : kOften) {
      if (c == '@')
        sql += std::to_string(number);
      else
        sql += c;
    }
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
