#include "cli/configuration.hpp"

#include <gtest/gtest.h>

namespace pgplumb::cli {
namespace {

Configuration parse(const std::string& text, Diagnostics& diagnostics) {
  return parse_configuration(std::make_shared<const SourceText>("pgplumb.yaml", text), diagnostics);
}

TEST(Configuration, EverythingThatCanBeSaid) {
  Diagnostics diagnostics;
  const Configuration all = parse(R"(schema: db/schema
migrations: db/migrations
seeds: db/seeds
default_environment: local
environments:
  local:
  production:
    url: ${URL}
    protected: true
    require_verify: yes
    lock_timeout: 5s
    statement_timeout: 10min
    search_path: [app, public]
    ignore: audit.*
    lock_attempts: 5
    batch_pause: 200ms
    role: owner
    password_file: /run/secrets/db
    sslmode: verify-full
    sslrootcert: ${CA}
    sslcert: cert
    sslkey: key
    connect_timeout: 3
history: {schema: ops, table: history, late: run, changed: ignore, missing: error}
ignore: [public.tmp_*]
generate:
  allow: [drops_index, "drops_column:public.a.b"]
)",
                                  diagnostics);
  for (const Diagnostic& one : diagnostics.all()) ADD_FAILURE() << render(one);
  EXPECT_EQ(all.schema.text, "db/schema");
  EXPECT_EQ(all.environments.size(), 2U);
  const EnvironmentSettings& production = all.environments.at("production");
  EXPECT_EQ(production.url->text, "${URL}");
  EXPECT_EQ(production.url->span.label(), "pgplumb.yaml:8:10");
  EXPECT_EQ(production.is_protected, true);
  EXPECT_TRUE(production.require_verify);
  EXPECT_EQ(production.lock_timeout, "5s");
  EXPECT_EQ(production.search_path, (std::vector<std::string>{"app", "public"}));
  EXPECT_EQ(production.ignore, std::vector<std::string>{"audit.*"});
  EXPECT_EQ(production.lock_attempts, 5);
  EXPECT_EQ(production.batch_pause, "200ms");
  EXPECT_EQ(production.role, "owner");
  EXPECT_EQ(production.password_file->text, "/run/secrets/db");
  EXPECT_EQ(production.connection.size(), 5U);
  EXPECT_EQ(production.connection.at("sslrootcert").text, "${CA}");
  EXPECT_EQ(all.history.second_table, "");
  EXPECT_EQ(all.environments.at("local").is_protected, std::nullopt);
  EXPECT_EQ(all.history.log_name(), qualified("ops", "history_log"));
  EXPECT_EQ(all.policies.late, migrations::Policy::ignore);
  EXPECT_EQ(all.policies.missing, migrations::Policy::error);
  EXPECT_EQ(all.allow.size(), 2U);
}

TEST(Configuration, AnEmptyFileMeansTheDefaults) {
  for (const char* text : {"", "# nothing\n", "\xEF\xBB\xBF"}) {
    Diagnostics diagnostics;
    EXPECT_EQ(parse(text, diagnostics).migrations.text, "migrations");
    EXPECT_EQ(parse(text, diagnostics).history.second_table, "pgplumb_migrations");
    EXPECT_TRUE(diagnostics.empty());
  }
}

TEST(Configuration, ProblemsHaveTheirPlace) {
  struct Case {
    const char* text;
    const char* place;
    const char* words;
  };
  for (const Case& one : {
           Case{"shema: x\n", "1:1", "unknown key \"shema\""},
           Case{"\xEF\xBB\xBFshema: x\n", "1:2", "unknown key"},
           Case{"schema: a\nschema: b\n", "2:1", "given twice"},
           Case{"schema:\n", "1:1", "a value is missing"},
           Case{"schema: [a]\n", "1:9", "a single value"},
           Case{"- a\n", "1:1", "needs keys"},
           Case{"a: [\n", "2:1", "not YAML"},
           Case{"environments:\n  a:\n    ulr: x\n", "3:5", "unknown key \"ulr\" in environment a"},
           Case{"environments: {a: {protected: maybe}}\n", "1:31", "true or false"},
           Case{"environments: {a: {lock_timeout: soon}}\n", "1:34", "is no time"},
           Case{"environments: {a: {lock_attempts: 0}}\n", "1:35", "a number from 1 on"},
           Case{"environments: {a: {lock_attempts: many}}\n", "1:35", "a number from 1 on"},
           Case{"environments: {a: {batch_pause: soon}}\n", "1:33", "is no time"},
           Case{"default_environment: b\nenvironments: {a: }\n", "1:22", "no environment \"b\""},
           Case{"history: {late: never}\n", "1:17", "is no policy"},
           Case{"history: {table: ''}\n", "1:10", "at most 63 and 59 bytes"},
           Case{"generate: {allow: [drops_moon]}\n", "1:19", "names no hazard"},
       }) {
    Diagnostics diagnostics;
    (void)parse(one.text, diagnostics);
    ASSERT_EQ(diagnostics.all().size(), 1U) << one.text;
    const Diagnostic& problem = diagnostics.all().front();
    EXPECT_EQ(problem.code, DiagnosticCode::configuration);
    EXPECT_EQ(problem.span.label(), std::string("pgplumb.yaml:") + one.place) << one.text;
    EXPECT_NE(problem.message.find(one.words), std::string::npos) << problem.message;
  }
}

TEST(Configuration, AllProblemsAreReportedAtOnce) {
  Diagnostics diagnostics;
  (void)parse("a: 1\nb: 2\nschema: [x]\n", diagnostics);
  EXPECT_EQ(diagnostics.all().size(), 3U);
}

TEST(Configuration, ASearchPathInOneText) {
  Diagnostics diagnostics;
  const Configuration read = parse_configuration(
      std::make_shared<const SourceText>("pgplumb.yaml",
                                         "environments:\n  a: {search_path: 'App, \"My App\", "
                                         "\"$user\"'}\n  b: {search_path: [My App, App]}\n"),
      diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(read.environments.at("a").search_path,
            (std::vector<std::string>{"app", "My App", "$user"}));
  EXPECT_EQ(read.environments.at("b").search_path, (std::vector<std::string>{"My App", "App"}));
}

}  // namespace
}  // namespace pgplumb::cli
