#include "parse/database_name.hpp"

#include "parse/plpgsql_scanner.hpp"
#include "parse/replay.hpp"

namespace pgplumb::parse {
namespace {

// Nobody calls a database so; quoted wherever it is printed as a name.
constexpr std::string_view kMark = "\x01this database\x01";

}  // namespace

std::string database_name(const Replay& replay) {
  const std::string& name = replay.options().database;
  return name.empty() ? std::string(kMark) : name;
}

bool holds_database_mark(std::string_view text) {
  return text.find(kMark) != std::string_view::npos;
}

bool marks_databases_only(std::string_view sql) {
  const auto tokens = scan_plpgsql(sql);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!holds_database_mark(tokens[i].text)) continue;
    const bool named = tokens[i].kind == PlToken::Kind::quoted_name && i > 0 &&
                       tokens[i - 1].is_word("database") &&
                       tokens[i].text.size() == kMark.size() + 2;
    if (!named) return false;
  }
  return true;
}

std::optional<bool> is_this_database(std::string_view name, const Replay& replay) {
  if (name == kMark) return true;
  if (replay.options().database.empty()) return std::nullopt;
  return name == replay.options().database;
}

}  // namespace pgplumb::parse
