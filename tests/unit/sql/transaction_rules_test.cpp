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
