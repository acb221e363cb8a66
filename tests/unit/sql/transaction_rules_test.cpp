#include "sql/transaction_rules.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "sql/parse.hpp"
#include "sql/procedural_commit.hpp"

namespace pgplumb::sql {
namespace {

bool outside(const std::string& sql) {
  bool result = false;
  Diagnostics diagnostics;
  for_each_statement(std::make_shared<const SourceText>("a.sql", sql), diagnostics,
                     [&](const Statement& s) { result = must_run_outside_transaction(s.node); });
  EXPECT_TRUE(diagnostics.empty()) << sql;
  return result;
}

ReplicationEffect effect(const std::string& sql) {
  ReplicationEffect result = ReplicationEffect::none;
  Diagnostics diagnostics;
  for_each_statement(std::make_shared<const SourceText>("a.sql", sql), diagnostics,
                     [&](const Statement& s) { result = replication_of(s.node).effect; });
  EXPECT_TRUE(diagnostics.empty()) << sql;
  return result;
}

TEST(TransactionRules, KnowsWhatTheServerRefusesInsideATransaction) {
  for (const char* sql :
       {"create index concurrently i on t (a)", "drop index concurrently i", "vacuum t",
        "reindex table concurrently t", "reindex database d", "create database d",
        "alter table t detach partition p concurrently", "alter system set work_mem = '1MB'",
        "do $$ begin update t set a = 1; commit; end $$"}) {
    EXPECT_TRUE(outside(sql)) << sql;
  }
  for (const char* sql :
       {"create index i on t (a)", "drop index i", "analyze t", "reindex table t", "cluster t",
        "alter table t detach partition p", "alter type e add value 'x'",
        "do $$ begin raise notice 'commit;'; end $$"}) {
    EXPECT_FALSE(outside(sql)) << sql;
  }
}

TEST(TransactionRules, KnowsWhatASubscriptionDoes) {
  const char* connects[] = {
      "create subscription s connection '' publication p",
      "create subscription s connection '' publication p with (connect = true)",
      "alter subscription s refresh publication",
      "alter subscription s add publication q",
  };
  for (const char* sql : connects) {
    EXPECT_TRUE(outside(sql)) << sql;
    EXPECT_EQ(effect(sql), ReplicationEffect::connects) << sql;
  }
  const char* quiet[] = {
      "create subscription s connection '' publication p with (connect = false)",
      "create subscription s connection '' publication p with (connect = 0)",
      "alter subscription s set publication q with (refresh = off)",
      "alter subscription s disable",
      "alter subscription s set (slot_name = none)",
  };
  for (const char* sql : quiet) {
    EXPECT_FALSE(outside(sql)) << sql;
    EXPECT_EQ(effect(sql), ReplicationEffect::none) << sql;
  }
  EXPECT_FALSE(
      outside("create subscription s connection '' publication p with (create_slot = false)"));
  EXPECT_EQ(effect("create subscription s connection '' publication p with (create_slot = false)"),
            ReplicationEffect::connects);
  EXPECT_EQ(effect("alter subscription s enable"), ReplicationEffect::starts);
  EXPECT_EQ(effect("drop subscription s"), ReplicationEffect::drops_slot);
}

TEST(TransactionRules, FindsACommitOnlyWhereAStatementBegins) {
  EXPECT_TRUE(commits_by_itself("begin loop commit; end loop; end"));
  EXPECT_TRUE(commits_by_itself("begin if a then ROLLBACK; end if; end"));
  EXPECT_FALSE(commits_by_itself("begin -- commit;\n perform 1; /* ; commit; */ end"));
  EXPECT_FALSE(commits_by_itself("begin perform 'x; commit;'; end"));
  EXPECT_FALSE(commits_by_itself("begin execute $q$ begin; commit; $q$; end"));
  EXPECT_FALSE(commits_by_itself("declare commit_count int; begin commit_count := 1; end"));
}

}  // namespace
}  // namespace pgplumb::sql
