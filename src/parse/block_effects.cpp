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

bool names_role(const PlToken& word) {
  return word.is_word("role") || word.is_word("user") || word.is_word("group");
}

// GRANT a TO b, without ON: the one is a member of the other.
bool is_membership(const std::vector<PlToken>& words) {
  const bool grants = words.front().is_word("grant") || words.front().is_word("revoke");
  return grants && std::none_of(words.begin(), words.end(),
                                [](const PlToken& word) { return word.is_word("on"); });
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

// Roles belong to no database; a setting that one of them has in a database does.
bool is_about_roles(std::string_view sql) {
  const auto words = scan_plpgsql(sql);
  if (words.size() < 2) return false;
  if (is_membership(words)) return true;
  const bool mapping = words.size() > 2 && words[2].is_word("mapping");
  const bool in_database = std::any_of(
      words.begin(), words.end(), [](const PlToken& word) { return word.is_word("database"); });
  const std::string& verb = words.front().text;
  const bool defines = verb == "create" || verb == "alter" || verb == "drop";
  return defines && names_role(words[1]) && !mapping && !in_database;
}

bool BlockEffects::is_structural_sql(const std::string& sql) const {
  const auto words = scan_plpgsql(sql);
  const std::string word = first_word(sql);
  if (std::find(kStructuralWords.begin(), kStructuralWords.end(), word) != kStructuralWords.end()) {
    return !is_about_roles(sql);
  }
  const bool sets = std::any_of(words.begin(), words.end(),
                                [](const PlToken& token) { return token.is_word("set_config"); });
  return sets || word == "do" || structural_effect(sql, replay_).has_value();
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
