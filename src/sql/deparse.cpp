#include "sql/deparse.hpp"

#include "base/assert.hpp"
#include "sql/memory_scope.hpp"

extern "C" {
#include "lib/stringinfo.h"

// Exported by libpg_query, in none of its installed headers before 18.
void deparseRawStmt(StringInfo str, RawStmt* raw_stmt);
}

namespace pgplumb::sql {
namespace {

// PostgreSQL's errors are long jumps: nothing in this function may need a destructor.
bool deparse_guarded(StringInfo text, RawStmt* statement) {
  const MemoryContext memory = CurrentMemoryContext;
  volatile bool done = false;
  PG_TRY();
  {
    deparseRawStmt(text, statement);
    done = true;
  }
  PG_CATCH();
  {
    MemoryContextSwitchTo(memory);
    FlushErrorState();
  }
  PG_END_TRY();
  return done;
}

// libpg_query's functions do not change the tree, but are not declared so.
Node* mutable_node(const Node* node) { return const_cast<Node*>(node); }

}  // namespace

std::string deparse_statement(const ::Node* statement) {
  PGPLUMB_ASSERT(statement != nullptr);
  const MemoryScope memory;
  RawStmt* raw = makeNode(RawStmt);
  raw->stmt = mutable_node(statement);
  StringInfoData text;
  initStringInfo(&text);
  if (!deparse_guarded(&text, raw)) return {};
  return std::string(text.data, static_cast<std::size_t>(text.len));
}

std::string deparse_query(const ::Node* query) { return deparse_statement(query); }

std::string deparse_expression(const ::Node* expression) {
  PGPLUMB_ASSERT(expression != nullptr);
  constexpr std::string_view kPrefix = "SELECT ";
  const MemoryScope memory;
  ResTarget* target = makeNode(ResTarget);
  target->val = mutable_node(expression);
  SelectStmt* select = makeNode(SelectStmt);
  select->targetList = list_make1(target);
  const std::string text = deparse_statement(reinterpret_cast<const Node*>(select));
  return text.starts_with(kPrefix) ? text.substr(kPrefix.size()) : std::string();
}

}  // namespace pgplumb::sql
