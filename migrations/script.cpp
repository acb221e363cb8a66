#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "migrations/checksum.hpp"
#include "migrations/migration.hpp"
#include "sql/parse.hpp"
#include "sql/transaction_rules.hpp"

namespace pgplumb::migrations {
namespace {

constexpr std::string_view kLockTimeout = "lock-timeout ";
constexpr std::string_view kStatementTimeout = "statement-timeout ";
constexpr std::string_view kPause = "pause ";

// "5s", "10min", "500", "1500ms": what PostgreSQL takes for a time setting.
bool is_duration(std::string_view text) {
  const auto digits = static_cast<std::size_t>(
      std::find_if_not(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) -
      text.begin());
  if (digits == 0 || digits > 9) return false;
  const std::string_view unit = text.substr(digits);
  return unit.empty() || unit == "ms" || unit == "s" || unit == "min" || unit == "h" || unit == "d";
}

// PostgreSQL's units; a bare number counts milliseconds.
std::chrono::milliseconds duration_of(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::int64_t number = std::stoll(std::string(text.substr(0, digits)));
  const std::string_view unit = text.substr(digits);
  const std::int64_t factor = unit == "s"     ? 1000
                              : unit == "min" ? 60'000
                              : unit == "h"   ? 3'600'000
                              : unit == "d"   ? 86'400'000
                                              : 1;
  return std::chrono::milliseconds(number * factor);
}

bool take_pause(std::string_view words, ScriptStatement* next) {
  if (next == nullptr || !words.starts_with(kPause)) return false;
  if (!is_duration(words.substr(kPause.size()))) return false;
  next->pause = duration_of(words.substr(kPause.size()));
  return true;
}

bool take_timeout(std::string_view words, std::string_view name, std::optional<std::string>& into) {
  if (!words.starts_with(name) || !is_duration(words.substr(name.size()))) return false;
  into = std::string(words.substr(name.size()));
  return true;
}

// False when the directive is not one of a migration.
bool apply_directive(std::string_view words, Script& script, ScriptStatement* next) {
  if (words == "no-transaction") {
    script.transactional = false;
  } else if (words == "irreversible") {
    script.irreversible = true;
  } else if (words == "baseline") {
    // Says what the file is; it runs as any other.
  } else if (words == "repeat until 0 rows" && next != nullptr && next->changes_rows) {
    next->repeat_until_no_rows = true;
    script.transactional = false;
  } else {
    return take_timeout(words, kLockTimeout, script.lock_timeout) ||
           take_timeout(words, kStatementTimeout, script.statement_timeout) ||
           take_pause(words, next);
  }
  return true;
}

void apply_directives(const std::vector<sql::Directive>& directives, Script& script,
                      ScriptStatement* next, Diagnostics& diagnostics) {
  for (const sql::Directive& directive : directives) {
    if (apply_directive(directive.text, script, next)) continue;
    diagnostics.add(DiagnosticCode::unknown_directive,
                    "\"pgplumb: " + printable(directive.text) +
                        "\" is not a directive of a migration; there are no-transaction, "
                        "lock-timeout TIME, statement-timeout TIME, repeat until 0 rows (before "
                        "INSERT, UPDATE, DELETE or MERGE), pause TIME (before a statement) and "
                        "irreversible",
                    directive.span);
  }
}

}  // namespace

std::string Script::checksum_of_first(std::size_t count) const {
  std::string so_far;
  for (std::size_t i = 0; i < std::min(count, statements.size()); ++i) {
    so_far = checksum_with(so_far, statements[i].text);
  }
  return so_far;
}

Script read_script(const Source& source, Diagnostics& diagnostics) {
  Script script;
  sql::for_each_statement(source, diagnostics, [&](const sql::Statement& statement) {
    ScriptStatement& own = script.statements.emplace_back();
    own.text = std::string(statement.text());
    own.span = statement.span;
    own.transaction_control = sql::begins_or_ends_transaction(statement.node);
    own.begins_transaction = sql::begins_transaction(statement.node);
    own.changes_rows = sql::changes_rows(statement.node);
    own.rolls_back = sql::rolls_back(statement.node);
    own.about_savepoint = sql::is_about_savepoint(statement.node);
    own.outside_transaction = sql::must_run_outside_transaction(statement.node);
    own.may_end_transaction = sql::may_end_transaction(statement.node);
    own.changes_session = sql::changes_session(statement.node);
    own.reads_client_data = sql::reads_client_data(statement.node);
    own.index = sql::concurrent_index(statement.node);
    own.reindex = sql::concurrent_reindex(statement.node);
    own.detach = sql::concurrent_detach(statement.node);
    own.replication = sql::replication_of(statement.node);
    if (own.outside_transaction) script.transactional = false;
    apply_directives(*statement.directives, script, &own, diagnostics);
  });
  apply_directives(sql::split(source).trailing, script, nullptr, diagnostics);
  return script;
}

}  // namespace pgplumb::migrations
