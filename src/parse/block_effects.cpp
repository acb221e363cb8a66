#include "parse/block_effects.hpp"

#include <algorithm>
#include <array>

#include "parse/plpgsql_scanner.hpp"
#include "parse/replay.hpp"
#include "parse/routine_effects.hpp"

namespace pgplumb::parse {
namespace {

using Kind = PlStatement::Kind;

constexpr std::array<std::string_view, 11> kStructuralWords = {
    "create", "alter",    "drop",     "comment", "grant", "revoke",
    "import", "security", "reassign", "set",     "reset"};

bool is_about_roles(const std::vector<PlToken>& words) {
  return words.size() > 1 &&
         (words[1].is_word("role") || words[1].is_word("user") || words[1].is_word("group"));
}

// Calls `visit` for each body directly inside the statement.
template <typename Visit>
void each_body(const PlStatement& statement, Visit&& visit) {
  visit(statement.body);
  visit(statement.otherwise);
  for (const PlBranch& branch : statement.branches) visit(branch.body);
  for (const PlHandler& handler : statement.handlers) visit(handler.body);
}

template <typename Test>
bool any_body(const PlStatement& statement, Test&& test) {
  bool found = false;
  each_body(statement, [&](const PlBody& body) { found = found || test(body); });
  return found;
}

}  // namespace

std::string first_word(std::string_view sql) {
  const auto words = scan_plpgsql(sql);
  const auto first = std::find_if(words.begin(), words.end(),
                                  [](const PlToken& word) { return !word.is_symbol("("); });
  return first == words.end() ? "" : first->text;
}

bool BlockEffects::is_structural_sql(const std::string& sql) const {
  const auto words = scan_plpgsql(sql);
  const std::string word = first_word(sql);
  if (std::find(kStructuralWords.begin(), kStructuralWords.end(), word) != kStructuralWords.end()) {
    return !is_about_roles(words);
  }
  const bool sets = std::any_of(words.begin(), words.end(),
                                [](const PlToken& token) { return token.is_word("set_config"); });
  return sets || word == "do" || structural_call(sql, replay_).has_value();
}

bool BlockEffects::is_structural(const PlStatement& statement) const {
  switch (statement.kind) {
    case Kind::sql:
    case Kind::perform: return is_structural_sql(statement.sql);
    case Kind::execute: return !executes_no_ddl(piece(statement.text));
    default: return any_body(statement, [&](const PlBody& body) { return is_structural(body); });
  }
}

bool BlockEffects::is_structural(const PlBody& body) const {
  return std::any_of(body.begin(), body.end(),
                     [&](const PlStatement& statement) { return is_structural(statement); });
}

bool BlockEffects::touches_rows(const PlBody& body) const {
  return std::any_of(body.begin(), body.end(), [&](const PlStatement& statement) {
    if (statement.kind == Kind::sql || statement.kind == Kind::execute) {
      return !is_structural(statement);
    }
    return any_body(statement, [&](const PlBody& inner) { return touches_rows(inner); });
  });
}

bool BlockEffects::may_leave(const PlBody& body) const {
  return std::any_of(body.begin(), body.end(), [&](const PlStatement& statement) {
    if (statement.kind == Kind::return_ || statement.kind == Kind::leave) return true;
    return any_body(statement, [&](const PlBody& inner) { return may_leave(inner); });
  });
}

void BlockEffects::collect_assigned(const PlBody& body, std::set<std::string>& names) const {
  for (const PlStatement& statement : body) {
    names.insert(statement.into.begin(), statement.into.end());
    each_body(statement, [&](const PlBody& inner) { collect_assigned(inner, names); });
  }
}

}  // namespace pgplumb::parse
