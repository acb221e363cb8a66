#include "diff/foreign_options.hpp"

#include <algorithm>

namespace pgplumb::diff {
namespace {

void write_option(SqlWriter& sql, const ForeignOption& option) {
  sql.name(Identifier(option.name)).literal(option.secret ? "****" : option.value);
}

const ForeignOption* find(const ForeignOptions& options, const std::string& name) {
  const auto found = std::find_if(options.begin(), options.end(),
                                  [&](const ForeignOption& one) { return one.name == name; });
  return found == options.end() ? nullptr : &*found;
}

}  // namespace

void write_options(SqlWriter& sql, const ForeignOptions& options) {
  if (options.empty()) return;
  sql.keyword("OPTIONS").open();
  sql.list(options, [&](const ForeignOption& option) { write_option(sql, option); });
  sql.close();
}

void write_option_changes(SqlWriter& sql, const ForeignOptions& current,
                          const ForeignOptions& desired) {
  if (current == desired) return;
  SqlWriter changes;
  bool first = true;
  const auto next = [&]() -> SqlWriter& {
    if (!first) changes.comma();
    first = false;
    return changes;
  };
  for (const ForeignOption& option : desired) {
    const ForeignOption* before = find(current, option.name);
    if (before != nullptr && *before == option) continue;
    write_option(next().keyword(before == nullptr ? Words("ADD") : Words("SET")), option);
  }
  for (const ForeignOption& option : current) {
    if (find(desired, option.name) != nullptr) continue;
    next().keyword("DROP").name(Identifier(option.name));
  }
  sql.keyword("OPTIONS").open().part(changes).close();
}

void declare_secrets(Action& action, const ForeignOptions& current, const ForeignOptions& desired) {
  const bool needed = std::any_of(desired.begin(), desired.end(), [&](const ForeignOption& option) {
    const ForeignOption* before = find(current, option.name);
    return option.secret && (before == nullptr || *before != option);
  });
  if (needed) action.hazard(Hazard::needs_secret);
}

}  // namespace pgplumb::diff
