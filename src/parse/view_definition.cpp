#include "parse/view_definition.hpp"

#include "base/source_text.hpp"
#include "parse/replay.hpp"
#include "sql/canonical.hpp"
#include "sql/deparse.hpp"
#include "sql/parse.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// The SELECT whose target list names the outputs: the leftmost of a UNION.
SelectStmt* naming_leaf(const ::Node* query) {
  auto* select = const_cast<SelectStmt*>(PGPLUMB_NODE_AS(query, SelectStmt));
  while (select != nullptr && select->op != SETOP_NONE) select = select->larg;
  return select;
}

bool is_star(const ResTarget* target) {
  if (const auto* reference = PGPLUMB_NODE_AS(target->val, ColumnRef)) {
    const auto fields = sql::items<Node>(reference->fields);
    return nodeTag(fields[fields.size() - 1]) == T_A_Star;
  }
  const auto* indirection = PGPLUMB_NODE_AS(target->val, A_Indirection);
  if (indirection == nullptr) return false;
  const auto fields = sql::items<Node>(indirection->indirection);
  return nodeTag(fields[fields.size() - 1]) == T_A_Star;
}

// Names the outputs of `query` in place, unless a `*` or VALUES hides which they are. The tree is
// the statement's own, which nobody else reads after this.
bool apply_names(const ::Node* query, const std::vector<char*>& names) {
  SelectStmt* leaf = naming_leaf(query);
  if (leaf == nullptr || leaf->targetList == nullptr) return false;
  const auto targets = sql::items<ResTarget>(leaf->targetList);
  if (targets.size() < names.size()) return false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (is_star(targets[i])) return false;
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    const_cast<ResTarget*>(targets[i])->name = names[i];
  }
  return true;
}

std::vector<char*> names_of(const ::List* aliases) {
  std::vector<char*> names;
  for (const ::String* alias : sql::items<::String>(aliases)) names.push_back(alias->sval);
  return names;
}

// VALUES lists have no targets to name: SELECT column1 AS a FROM (VALUES …) "*VALUES*", as the
// server prints it.
std::string named_values(const Expression& query, const std::vector<char*>& names) {
  std::string text = "SELECT ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += ", ";
    text += "\"*VALUES*\".column" + std::to_string(i + 1);
  }
  return text + " FROM (" + query.text + ") \"*VALUES*\"";
}

// Parses `text` and names its outputs; "" when that can't be done.
std::string renamed(const std::string& text, const std::vector<char*>& names) {
  std::string result;
  Diagnostics ignored;
  const auto source = std::make_shared<const SourceText>("", text);
  sql::for_each_statement(source, ignored, [&](const sql::Statement& statement) {
    if (apply_names(statement.node, names)) result = sql::deparse_query(statement.node);
  });
  return result;
}

// The query with every `*` written out, as far as the model knows the columns.
Expression expanded(Expression query, const QualifiedName& view, const Replay& replay) {
  sql::canonicalize(query, {ExpressionRole::view_query, view, {}}, replay.names());
  if (!query.closed) return query;
  query.text = query.canonical;
  query.search_path = nullptr;
  return query;
}

}  // namespace

Expression named_query(const ::Node* query, const ::List* aliases, const QualifiedName& view,
                       const Replay& replay) {
  const auto names = names_of(aliases);
  if (names.empty() || apply_names(query, names)) return replay.query(query);
  Expression plain = replay.query(query);
  const SelectStmt* leaf = naming_leaf(query);
  const bool values = leaf != nullptr && leaf->valuesLists != nullptr;
  if (values) plain.text = named_values(plain, names);
  Expression result = values ? plain : expanded(plain, view, replay);
  const std::string text = renamed(result.text, names);
  if (text.empty()) return plain;
  result.text = text;
  result.canonical.clear();
  result.references.clear();
  result.closed = false;
  return result;
}

std::vector<Identifier> view_columns(const Expression& query, const ::List* aliases,
                                     const Replay& replay) {
  std::vector<Identifier> columns;
  for (const auto& column : sql::output_columns(query, replay.names())) {
    columns.push_back(column.name);
  }
  const auto names = sql::identifiers_of(aliases);
  for (std::size_t i = 0; i < names.size() && i < columns.size(); ++i) columns[i] = names[i];
  return columns;
}

}  // namespace pgplumb::parse
