// EXPLAIN ANALYZE runs what it explains.
#include <string_view>

#include "parse/options.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// The last of several counts.
bool runs(const ::ExplainStmt& statement) {
  bool result = false;
  for (const ::DefElem* option : sql::items<::DefElem>(statement.options)) {
    if (std::string_view(option->defname) == "analyze") result = is_true(option_value(*option));
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
