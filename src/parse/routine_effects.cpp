#include "parse/routine_effects.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <vector>

#include "base/letters.hpp"
#include "parse/plpgsql_scanner.hpp"
#include "parse/replay.hpp"

namespace pgplumb::parse {
namespace {

using Tokens = std::vector<PlToken>;

bool is_one_of(const PlToken& token, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return token.is_word(word); });
}

// A statement can begin after this token.
bool ends_statement(const PlToken& token) {
  return token.is_symbol(";") || token.is_symbol(">>") ||
         is_one_of(token, {"begin", "then", "else", "loop", "atomic"});
}

bool begins_ddl(const Tokens& tokens, std::size_t i) {
  const bool first = i == 0 || ends_statement(tokens[i - 1]);
  return first && is_one_of(tokens[i], {"create", "alter", "drop", "grant", "revoke", "comment",
                                        "import", "security", "do", "reassign"});
}

// EXECUTE of a text that begins as a change or query of rows is no DDL.
// The text of a literal whose quotes may be of any sort, without undoubling inner quotes.
std::string_view inside_quotes(std::string_view literal) {
  const std::size_t quote = literal.find_first_of("'$");
  if (quote == std::string_view::npos) return {};
  const std::string_view text = literal.substr(quote + 1);
  return literal[quote] == '$' ? text.substr(std::min(text.find('$') + 1, text.size())) : text;
}

std::string unquoted(const PlToken& token) {
  if (token.kind != PlToken::Kind::quoted_name) return token.text;
  return token.text.substr(1, token.text.size() - 2);
}

bool is_name(const PlToken& token) {
  return token.kind == PlToken::Kind::word || token.kind == PlToken::Kind::quoted_name;
}

bool is_word_at(const Tokens& tokens, std::size_t i, std::string_view word) {
  return i < tokens.size() && tokens[i].is_word(word);
}

// SET CONSTRAINTS and settings with a point in their name say nothing to the server about a schema.
bool sets_something(const Tokens& tokens, std::size_t i) {
  const bool first = i == 0 || ends_statement(tokens[i - 1]);
  if (!first || !is_one_of(tokens[i], {"set", "reset"})) return false;
  std::size_t name = i + 1;
  if (is_word_at(tokens, name, "local")) ++name;
  if (is_word_at(tokens, name, "constraints") || is_word_at(tokens, name, "transaction")) {
    return false;
  }
  return name + 1 >= tokens.size() || !tokens[name + 1].is_symbol(".");
}

bool calls_set_config(const Tokens& tokens, std::size_t i) {
  if (!tokens[i].is_word("set_config") || i + 2 >= tokens.size()) return false;
  const PlToken& name = tokens[i + 2];
  return name.kind != PlToken::Kind::string || name.text.find('.') == std::string::npos;
}

// Where the name of the relation stands whose rows the statement changes that begins at `i`.
std::optional<std::size_t> changed_relation(const Tokens& tokens, std::size_t i) {
  const bool two_words = (tokens[i].is_word("insert") && is_word_at(tokens, i + 1, "into")) ||
                         (tokens[i].is_word("merge") && is_word_at(tokens, i + 1, "into")) ||
                         (tokens[i].is_word("delete") && is_word_at(tokens, i + 1, "from"));
  if (!two_words && !is_one_of(tokens[i], {"update", "truncate"})) return std::nullopt;
  std::size_t name = i + (two_words ? 2 : 1);
  for (const char* word : {"table", "only"}) {
    if (is_word_at(tokens, name, word)) ++name;
  }
  return name < tokens.size() ? std::optional(name) : std::nullopt;
}

struct WrittenName {
  std::string space;  // "" where none is written
  std::string name;
};

WrittenName name_at(const Tokens& tokens, std::size_t i) {
  const bool spaced = i + 2 < tokens.size() && tokens[i + 1].is_symbol(".");
  if (spaced) return {unquoted(tokens[i]), unquoted(tokens[i + 2])};
  return {"", unquoted(tokens[i])};
}

// A bare name of this sort is looked for in pg_catalog first.
bool changes_catalog(const Tokens& tokens, std::size_t i) {
  const auto at = changed_relation(tokens, i);
  if (!at) return false;
  const WrittenName written = name_at(tokens, *at);
  return written.space.empty() ? written.name.starts_with("pg_") : written.space == "pg_catalog";
}

bool is_about_roles(const Tokens& words, std::size_t first) {
  const auto word = [&](std::size_t ahead) -> const PlToken& {
    return words[std::min(first + ahead, words.size() - 1)];
  };
  return is_one_of(word(0), {"create", "alter", "drop"}) &&
         is_one_of(word(1), {"role", "user", "group"}) && !word(2).is_word("mapping") &&
         std::none_of(words.begin(), words.end(),
                      [](const PlToken& one) { return one.is_word("database"); });
}

bool is_harmless_statement(std::string_view text) {
  const Tokens words = scan_plpgsql(text);
  std::size_t first = 0;
  while (first < words.size() && words[first].is_symbol("(")) ++first;
  if (first == words.size()) return false;
  for (std::size_t i = first; i < words.size(); ++i) {
    if (changes_catalog(words, i)) return false;
  }
  return is_one_of(words[first], {"select", "insert", "update", "delete", "with", "truncate",
                                  "analyze", "vacuum", "refresh", "copy", "lock", "notify"}) ||
         is_about_roles(words, first);
}

// tokens[first] begins the expression of an EXECUTE.
bool begins_harmless(const Tokens& tokens, std::size_t first) {
  while (first < tokens.size() && tokens[first].is_symbol("(")) ++first;
  const bool call = first + 2 < tokens.size() && tokens[first + 1].is_symbol("(") &&
                    is_one_of(tokens[first], {"format", "concat"});
  if (call) first += 2;
  return first < tokens.size() && tokens[first].kind == PlToken::Kind::string &&
         is_harmless_statement(inside_quotes(tokens[first].text));
}

bool executes_ddl(const Tokens& tokens, std::size_t i) {
  if (!tokens[i].is_word("execute")) return false;
  const bool other =
      i + 1 < tokens.size() && is_one_of(tokens[i + 1], {"function", "procedure", "on"});
  return !other && !begins_harmless(tokens, i + 1);
}

// What begins at `i` of a body.
bool has_effect(const Tokens& tokens, std::size_t i) {
  return begins_ddl(tokens, i) || executes_ddl(tokens, i) || sets_something(tokens, i) ||
         calls_set_config(tokens, i) || changes_catalog(tokens, i);
}

bool is_compiled(const Routine& routine) {
  return routine.language.text() == "c" || routine.language.text() == "internal";
}

bool is_readable(const Routine& routine) {
  return routine.language.text() == "sql" || routine.language.text() == "plpgsql";
}

class Search {
 public:
  explicit Search(const Replay& replay) : replay_(replay) {}

  // `[space.]name(`: calls of anything by that name, in whatever namespace when none is written.
  std::optional<std::string> in_text(std::string_view text, bool is_body) {
    const Tokens tokens = scan_plpgsql(text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (changes_catalog(tokens, i)) return "rows of a system catalog are changed";
      if (is_body && has_effect(tokens, i)) return tokens[i].text;
      if (const auto changed = changed_relation(tokens, i)) {
        if (auto why = in_reactions(name_at(tokens, *changed))) return why;
      }
      const bool call = i + 1 < tokens.size() && is_name(tokens[i]) && tokens[i + 1].is_symbol("(");
      if (!call) continue;
      const bool spaced = i >= 2 && tokens[i - 1].is_symbol(".") && is_name(tokens[i - 2]);
      const std::string space = spaced ? unquoted(tokens[i - 2]) : "";
      if (auto why = in_routines(space, unquoted(tokens[i]))) return why;
    }
    return std::nullopt;
  }

  // Calls of [space.]name.
  std::optional<std::string> in_routines(const std::string& space, const std::string& name) {
    for (const ObjectId& id : named(space, name)) {
      if (!seen_.insert(id).second) continue;
      if (auto why = in_routine(id)) return why;
    }
    return std::nullopt;
  }

 private:
  // What triggers and rules do when rows of a relation change, whatever change they are for.
  std::optional<std::string> in_reactions(const WrittenName& relation) {
    const auto is_on = [&](const ObjectId& id) {
      return id.name == relation.name && (relation.space.empty() || id.space == relation.space);
    };
    for (const auto [id, trigger] : replay_.catalog().all<Trigger>()) {
      if (!is_on(id) || trigger.enabled == TriggerEnabled::disabled) continue;
      const QualifiedName& function = trigger.function;
      if (auto why = in_routines(function.space.text(), function.name.text())) return why;
    }
    for (const auto [id, rule] : replay_.catalog().all<Rule>()) {
      if (!is_on(id) || !seen_.insert(id).second) continue;
      for (const Expression& action : rule.actions) {
        if (auto why = in_text(action.text, false)) return why;
      }
    }
    return std::nullopt;
  }

  std::vector<ObjectId> named(const std::string& space, const std::string& name) const {
    if (!space.empty()) return replay_.catalog().find_routines(qualified(space, name));
    std::vector<ObjectId> found;
    // A body runs under a search path of its own: any namespace counts.
    for (const auto [id, routine] : replay_.catalog().all<Routine>()) {
      if (id.name == name) found.push_back(id);
    }
    return found;
  }

  std::optional<std::string> in_routine(const ObjectId& id) {
    const auto& routine = *replay_.catalog().get<Routine>(id);
    if (is_compiled(routine)) return std::nullopt;
    if (!is_readable(routine)) {
      return "function " + shown(id) + " is written in " + routine.language.text();
    }
    if (routine.volatility != Volatility::volatile_) return std::nullopt;
    const std::string& body = routine.sql_body.empty() ? routine.body : routine.sql_body.text;
    if (!in_text(body, true)) return std::nullopt;
    return "function " + shown(id) + " may change the schema";
  }

  const Replay& replay_;
  std::set<ObjectId> seen_;
};

// Most changes of rows are neither: a cheap look at texts that can be long.
bool may_have_effect(std::string_view text, const Replay& replay) {
  return replay.has_structural_routines() || mentions(text, "pg_");
}

}  // namespace

bool executes_no_ddl(std::string_view expression) {
  return begins_harmless(scan_plpgsql(expression), 0);
}

std::optional<std::string> structural_effect(std::string_view text, const Replay& replay) {
  if (!may_have_effect(text, replay)) return std::nullopt;
  return Search(replay).in_text(text, false);
}

void leave_open_effects(Replay& replay) { leave_open_effects(replay.statement().text(), replay); }

void leave_open_effects(std::string_view text, Replay& replay) {
  auto why = structural_effect(text, replay);
  if (why) replay.opaque(std::move(*why));
}

bool may_change_structure(const Routine& routine) {
  if (is_compiled(routine)) return false;
  if (!is_readable(routine)) return true;
  if (routine.volatility != Volatility::volatile_) return false;
  const Tokens tokens = scan_plpgsql(routine.body);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (has_effect(tokens, i)) return true;
  }
  return false;
}

std::optional<std::string> structural_effect(const QualifiedName& function, const Replay& replay) {
  if (!replay.has_structural_routines()) return std::nullopt;
  return Search(replay).in_routines(function.space.text(), function.name.text());
}

}  // namespace pgplumb::parse
