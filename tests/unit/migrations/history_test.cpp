#include "migrations/history.hpp"

#include <gtest/gtest.h>

#include "base/failure.hpp"
#include "tests/support/throwaway_fixture.hpp"

namespace pgplumb::migrations {
namespace {

class HistoryTest : public testing::ThrowawayTest {};

TEST_F(HistoryTest, IsMadeOnceAndKeepsRows) {
  pg::Session session = connect();
  History history(session, {});
  EXPECT_FALSE(history.exists());
  EXPECT_TRUE(history.applied().empty());
  history.create();
  history.create();
  AppliedMigration row;
  row.version = Version("20260301120000");
  row.name = "it's \"one\"";
  row.batch = 3;
  row.checksum = "abc";
  row.state = "applied";
  row.statements_total = 2;
  history.record(row);
  row.batch = 4;
  history.record(row);
  const auto applied = history.applied();
  ASSERT_EQ(applied.size(), 1U);
  EXPECT_EQ(applied.front().name, row.name);
  EXPECT_EQ(applied.front().batch, 4);
  EXPECT_EQ(applied.front().applied_by, session.user());
  EXPECT_EQ(history.last_batch(), 4);
  history.remove(row.version);
  EXPECT_TRUE(history.applied().empty());
}

TEST_F(HistoryTest, LivesWhereItIsPut) {
  pg::Session session = connect();
  History history(session, {"Ops", "Schema History"});
  history.create();
  EXPECT_TRUE(history.exists());
  EXPECT_EQ(session.query(R"(select count(*) from "Ops"."Schema History_log")").front().integer(0),
            0);
}

TEST_F(HistoryTest, TheLogSaysFromWhereAndWithWhat) {
  pg::Session session = connect();
  History history(session, {});
  history.create();
  // As an earlier version made it.
  session.execute(
      "alter table public.schema_migrations_log drop column client_host, drop column tool_version");
  history.create();
  LogEntry entry;
  entry.action = "up";
  entry.version = Version("1");
  history.log(entry);
  const pg::Rows rows = session.query(
      "select logged_by, application, client_host, tool_version from public.schema_migrations_log");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows.front().string(0), session.user());
  EXPECT_EQ(rows.front().string(1), "pgplumb");
  EXPECT_NE(rows.front().string(2), "");
  EXPECT_EQ(rows.front().string(3), "0.1.0");
}

TEST_F(HistoryTest, AnotherToolsTableIsLeftAlone) {
  struct Case {
    const char* columns;
    const char* owner;
  };
  pg::Session session = connect();
  for (const Case& one :
       {Case{"version bigint primary key, dirty boolean", "golang-migrate"},
        Case{"version varchar primary key", "dbmate or Rails"},
        Case{"id serial, name text, batch int, migration_time timestamptz", "knex"},
        Case{"something text", "another program"}}) {
    session.execute("create table public.schema_migrations (" + std::string(one.columns) + ")");
    History history(session, {});
    try {
      (void)history.exists();
      ADD_FAILURE() << one.columns;
    } catch (const Refused& refused) {
      EXPECT_NE(std::string(refused.what()).find(one.owner), std::string::npos) << refused.what();
    }
    session.execute("drop table public.schema_migrations");
  }
}

TEST_F(HistoryTest, NeedsNoRightToCreateWhereAllIsThere) {
  pg::Session owner = connect();
  History(owner, {}).create();
  owner.execute(
      "create role pgplumb_history_test; revoke all on schema public from public;"
      "grant usage on schema public to pgplumb_history_test;"
      "grant select, insert, update, delete on all tables in schema public to pgplumb_history_test;"
      "set role pgplumb_history_test");
  EXPECT_NO_THROW(History(owner, {}).create());
  owner.execute("reset role; drop owned by pgplumb_history_test; drop role pgplumb_history_test");
}

TEST_F(HistoryTest, SaysWhatToGrantToARoleThatMayNotReadIt) {
  pg::Session owner = connect();
  History(owner, {}).create();
  owner.execute("create role \"may not\"");
  pg::Session session = connect();
  session.execute("set role \"may not\"");
  try {
    (void)History(session, {}).applied();
    ADD_FAILURE() << "the history was read";
  } catch (const Failure& failure) {
    EXPECT_EQ(std::string(failure.what()),
              "role \"may not\" may not read the history: permission denied for table "
              "schema_migrations (SQLSTATE 42501); its owner can say: grant usage on schema public "
              "to \"may not\"; grant select on public.schema_migrations, "
              "public.schema_migrations_log to \"may not\";");
  }
  owner.execute("drop role \"may not\"");
}

}  // namespace
}  // namespace pgplumb::migrations
