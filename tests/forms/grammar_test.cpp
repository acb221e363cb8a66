// Every rule of the grammar that a statement about the schema can use is used by a form, or stands
// in exceptions.txt with its reason: a command that is forgotten here would be forgotten
// everywhere.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "sql/parse.hpp"
#include "tests/forms/grammar_probe.h"

namespace pgplumb::forms {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(PGPLUMB_SOURCE_DIR) / "tests" / "forms";

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> symbols_of(int rule) {
  std::vector<std::string> symbols;
  symbols.reserve(static_cast<std::size_t>(grammar_rule_length(rule)));
  for (int i = 0; i < grammar_rule_length(rule); ++i) {
    symbols.emplace_back(grammar_rule_symbol(rule, i));
  }
  return symbols;
}

// "opt_drop_behavior: CASCADE"
std::string wording(int rule) {
  std::string text = std::string(grammar_rule_name(rule)) + ":";
  for (std::string symbol : symbols_of(rule)) {
    if (symbol.ends_with("_P")) symbol.resize(symbol.size() - 2);
    text += " " + symbol;
  }
  return text;
}

// exceptions.txt. "NAME: *" is a whole symbol, neither entered nor asked for; "NAME: A B" one rule.
// Lines that begin with "#" give the reasons.
struct Exceptions {
  std::set<std::string> symbols;
  std::set<std::string> rules;
};

Exceptions exceptions() {
  Exceptions all;
  std::istringstream lines(text_of(kFolder / "exceptions.txt"));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    if (line.ends_with(": *")) {
      all.symbols.insert(line.substr(0, line.size() - 3));
    } else {
      all.rules.insert(line);
    }
  }
  return all;
}

void use_all_forms() {
  grammar_trace(1);
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.path().extension() != ".sql") continue;
    Diagnostics ignored;  // the forms' own test runs them
    const auto source =
        std::make_shared<const SourceText>(entry.path().string(), text_of(entry.path()));
    sql::for_each_statement(source, ignored, [](const sql::Statement&) {});
  }
  grammar_trace(0);
}

// The rules that a statement can use, without going into what is excepted.
std::vector<int> rules_in_question(const std::set<std::string>& excepted) {
  std::multimap<std::string, int> rules_by_name;
  for (int rule = 1; rule <= grammar_rules(); ++rule) {
    rules_by_name.emplace(grammar_rule_name(rule), rule);
  }
  std::set<std::string> seen = {"stmt"};
  std::vector<std::string> waiting = {"stmt"};
  std::vector<int> rules;
  while (!waiting.empty()) {
    const std::string name = waiting.back();
    waiting.pop_back();
    const auto [begin, end] = rules_by_name.equal_range(name);
    for (auto entry = begin; entry != end; ++entry) {
      const std::vector<std::string> symbols = symbols_of(entry->second);
      const bool excluded = std::any_of(symbols.begin(), symbols.end(), [&](const auto& symbol) {
        return name == "stmt" && excepted.contains(symbol);
      });
      if (excluded) continue;
      rules.push_back(entry->second);
      for (const std::string& symbol : symbols) {
        const bool enter = rules_by_name.contains(symbol) && !excepted.contains(symbol);
        if (enter && seen.insert(symbol).second) waiting.push_back(symbol);
      }
    }
  }
  std::sort(rules.begin(), rules.end());
  return rules;
}

TEST(Grammar, EveryRuleOfTheSchemasCommandsHasAForm) {
  use_all_forms();
  const Exceptions excepted = exceptions();
  const std::vector<int> rules = rules_in_question(excepted.symbols);
  EXPECT_GT(rules.size(), 1000U) << "the walk through the grammar found almost nothing";
  for (const int rule : rules) {
    const bool listed = excepted.rules.contains(wording(rule));
    const bool used = grammar_rule_used(rule) != 0;
    EXPECT_TRUE(used || listed) << "no form uses " << wording(rule);
    EXPECT_FALSE(used && listed) << "used, take it out of exceptions.txt: " << wording(rule);
  }
}

TEST(Grammar, NothingIsExceptedThatTheGrammarLacks) {
  std::set<std::string> symbols;
  std::set<std::string> rules;
  for (int rule = 1; rule <= grammar_rules(); ++rule) {
    symbols.insert(grammar_rule_name(rule));
    rules.insert(wording(rule));
  }
  const Exceptions excepted = exceptions();
  for (const std::string& name : excepted.symbols) EXPECT_TRUE(symbols.contains(name)) << name;
  for (const std::string& rule : excepted.rules) EXPECT_TRUE(rules.contains(rule)) << rule;
}

}  // namespace
}  // namespace pgplumb::forms
