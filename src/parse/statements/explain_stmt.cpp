// EXPLAIN ANALYZE runs what it explains.
#include <string>
#include <string_view>

#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

bool is_on(const ::DefElem& option) {
  if (option.arg == nullptr) return true;
  if (const auto* number = PGPLUMB_NODE_AS(option.arg, Integer)) return number->ival != 0;
  const std::string word = sql::string_of(option.arg);
  return word != "off" && word != "false";
}

// The last of several counts.
bool runs(const ::ExplainStmt& statement) {
  bool result = false;
  for (const ::DefElem* option : sql::items<::DefElem>(statement.options)) {
    if (std::string_view(option->defname) == "analyze") result = is_on(*option);
  }
  return result;
}

}  // namespace

void lower(const ::ExplainStmt& statement, Replay& replay) {
  if (!runs(statement)) return;
  switch (nodeTag(statement.query)) {
    case T_CreateTableAsStmt:
      return lower(*reinterpret_cast<const ::CreateTableAsStmt*>(statement.query), replay);
    case T_SelectStmt:
      return lower(*reinterpret_cast<const ::SelectStmt*>(statement.query), replay);
    case T_ExecuteStmt:
      return lower(*reinterpret_cast<const ::ExecuteStmt*>(statement.query), replay);
    default: return;
  }
}

}  // namespace pgplumb::parse
