// The locks that a plan tells are those that the server takes.
#include <gmock/gmock.h>

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

// Weakest first, as PostgreSQL's conflict table has them.
const std::vector<std::string> kModes = {
    "access share", "row share",           "row exclusive", "share update exclusive",
    "share",        "share row exclusive", "exclusive",     "access exclusive"};

int rank_of(const std::string& mode) {
  for (std::size_t at = 0; at < kModes.size(); ++at) {
    if (kModes[at] == mode) return static_cast<int>(at);
  }
  return -1;
}

using Locks = std::map<std::string, int>;  // relation, rank of the strongest

// "        lock: share row exclusive on public.t, access exclusive on public.u"
Locks told_in(const std::string& report) {
  Locks locks;
  std::istringstream lines(report);
  for (std::string line; std::getline(lines, line);) {
    if (line.find("down, in one") != std::string::npos) break;
    const std::size_t begin = line.find("lock: ");
    if (begin == std::string::npos) continue;
    std::istringstream each(line.substr(begin + 6));
    for (std::string lock; std::getline(each, lock, ',');) {
      if (lock.front() == ' ') lock.erase(0, 1);
      const std::size_t on = lock.find(" on public.");
      const std::string name = lock.substr(on + 11);
      locks[name] = std::max(locks[name], rank_of(lock.substr(0, on)));
    }
  }
  return locks;
}

class LocksTest : public ProgramTest {
 protected:
  // Of relations that are there before it runs, those that keep nobody out left aside.
  Locks taken_by(const std::string& sql) {
    pg::Session session = connect();
    std::set<std::string> before;
    for (const pg::Row row : session.query("select relname from pg_class where relkind in "
                                           "('r', 'p', 'v', 'm', 'S')")) {
      before.insert(row.string(0));
    }
    session.execute("begin");
    session.execute(sql);
    Locks locks;
    for (const pg::Row row : session.query(
             "select c.relname, lower(regexp_replace(regexp_replace(l.mode, 'Lock$', ''), "
             "'([a-z])([A-Z])', '\\1 \\2', 'g')) from pg_locks l join pg_class c on c.oid = "
             "l.relation where l.pid = pg_backend_pid() and l.relation >= 16384")) {
      const int rank = rank_of(row.string(1));
      if (before.contains(row.string(0)) && rank > 0) {
        locks[row.string(0)] = std::max(locks[row.string(0)], rank);
      }
    }
    session.execute("rollback");
    return locks;
  }
};

struct Edit {
  const char* name;
  const char* current;
  const char* desired;
};

void PrintTo(const Edit& edit, std::ostream* out) { *out << edit.name; }

class Locking : public LocksTest, public ::testing::WithParamInterface<Edit> {};

constexpr const char* kTables =
    "create table u (id int primary key);\n"
    "create table t (id int primary key, u int, v text, n int not null default 1);\n"
    "create view w as select id, v from t;\ncreate sequence s;\ncreate table par (a int);\n";

TEST_P(Locking, IsToldInFull) {
  migration("1_a", std::string(kTables) + GetParam().current);
  ASSERT_EQ(run_on_database({"up"}).code, 0);
  folder().write("schema/a.sql", std::string(kTables) + GetParam().desired);
  const Outcome outcome =
      run_on_database({"generate", "change", "--no-proof", "--allow-all-hazards"});
  ASSERT_EQ(outcome.code, 0) << shown(outcome);
  std::string up;
  for (const std::string& file : files("migrations")) {
    if (file.find("change.up.sql") != std::string::npos) {
      up = read_file(folder().path() / "migrations" / file);
    }
  }
  const Locks told = told_in(outcome.err);
  for (const auto& [relation, rank] : taken_by(up)) {
    const auto found = told.find(relation);
    const int said = found == told.end() ? 0 : found->second;
    EXPECT_GE(said, rank) << relation << " is locked in mode "
                          << kModes[static_cast<std::size_t>(rank)] << "\n"
                          << outcome.err;
  }
}

constexpr Edit kEdits[] = {
    {"foreign_key_goes", "alter table t add foreign key (u) references u", ""},
    {"foreign_key_comes", "", "alter table t add foreign key (u) references u"},
    {"foreign_key_waits", "alter table t add constraint x foreign key (u) references u",
     "alter table t add constraint x foreign key (u) references u deferrable"},
    {"foreign_key_is_validated",
     "alter table t add constraint x foreign key (u) references u not valid",
     "alter table t add constraint x foreign key (u) references u"},
    {"referring_table_goes", "create table f (p int references u)", ""},
    {"referring_column_goes", "alter table t add z int references u", ""},
    {"storage_parameters", "", "alter table t set (fillfactor = 50)"},
    {"options_of_a_view", "", "alter view w set (security_barrier)"},
    {"owner_of_a_sequence", "", "alter sequence s owned by t.n"},
    {"a_parent_is_joined", "create table c (a int)",
     "create table c (a int); alter table c inherit par"},
    {"trigger_comes", "",
     "create function f() returns trigger language plpgsql as 'begin return new; end'; create "
     "trigger g before update on t for each row execute function f()"},
    {"check_comes", "", "alter table t add check (n > 0)"},
};

INSTANTIATE_TEST_SUITE_P(Edits, Locking, ::testing::ValuesIn(kEdits),
                         [](const auto& edit) { return std::string(edit.param.name); });

}  // namespace
}  // namespace pgplumb::testing
