#include "sql/column_aliases.hpp"

#include <set>
#include <string>
#include <vector>

#include "sql/fragment.hpp"
#include "sql/renaming/edits.hpp"
#include "sql/renaming/subject.hpp"
#include "sql/renaming/tokens.hpp"

extern "C" {
#include "nodes/nodeFuncs.h"
}

namespace pgplumb::sql {
namespace {

using renaming::next_token;
using renaming::Token;

struct Found {
  std::vector<const RangeVar*> relations;  // those with names for their columns
  std::set<std::string> common_tables;
};

bool visit(Node* node, void* context) {
  if (node == nullptr) return false;
  auto& found = *static_cast<Found*>(context);
  if (const auto* relation = PGPLUMB_NODE_AS(node, RangeVar)) {
    const Alias* alias = relation->alias;
    if (alias != nullptr && alias->colnames != nullptr) found.relations.push_back(relation);
  } else if (const auto* table = PGPLUMB_NODE_AS(node, CommonTableExpr)) {
    found.common_tables.insert(text_of(table->ctename));
  }
  return raw_expression_tree_walker(node, visit, context);
}

// PostgreSQL's errors are long jumps: nothing in here may need a destructor.
void visit_guarded(Node* root, Found* found) {
  const MemoryContext memory = CurrentMemoryContext;
  PG_TRY();
  { visit(root, found); }
  PG_CATCH();
  {
    MemoryContextSwitchTo(memory);
    FlushErrorState();
  }
  PG_END_TRY();
}

std::vector<std::string> names_of(const RangeVar& relation) {
  std::vector<std::string> names;
  if (relation.schemaname != nullptr) names.emplace_back(relation.schemaname);
  names.emplace_back(relation.relname);
  return names;
}

// The n-th name between the parentheses, and the comma that goes with it.
void remove_name(std::string_view text, std::size_t begin, std::size_t position,
                 renaming::Edits& edits) {
  Token token = next_token(text, begin);
  while (token.kind != Token::Kind::end && !token.is_symbol("(")) {
    token = next_token(text, token.range.end);
  }
  const Token open = token;
  Token comma = open;
  for (std::size_t at = 0; at <= position && token.kind != Token::Kind::end; ++at) {
    comma = token;
    token = next_token(text, token.range.end);                     // the name
    if (at < position) token = next_token(text, token.range.end);  // what follows it
  }
  const Token after = next_token(text, token.range.end);
  const bool first = position == 0;
  if (first && after.is_symbol(")")) {
    edits.replace({open.range.begin, after.range.end}, "");
  } else if (first) {
    edits.replace({token.range.begin, after.range.end}, "");
  } else {
    edits.replace({comma.range.begin, token.range.end}, "");
  }
}

}  // namespace

bool drop_column_alias(Expression& expression, const ExpressionContext& context,
                       const ObjectId& relation, std::size_t position, const Catalog& catalog) {
  if (expression.text.find(relation.name) == std::string::npos) return false;
  const Fragment fragment(expression.text, fragment_kind(context.role));
  if (fragment.node() == nullptr) return false;
  const auto* result = PGPLUMB_NODE_AS(fragment.node(), ReturnStmt);
  Found found;
  visit_guarded(const_cast<Node*>(result != nullptr ? result->returnval : fragment.node()), &found);
  const SearchPath qualified_only;
  const SearchPath& path = expression.search_path ? *expression.search_path : qualified_only;
  const Rename of_column{relation, relation};
  const renaming::Subject subject(of_column, catalog, path);
  renaming::Edits edits;
  for (const RangeVar* one : found.relations) {
    const std::vector<std::string> names = names_of(*one);
    const bool common = names.size() == 1 && found.common_tables.contains(names[0]);
    const auto aliases = items<Node>(one->alias->colnames);
    if (common || aliases.size() <= position || subject.class_of(names) != relation) continue;
    remove_name(expression.text, fragment.offset_of(one->location), position, edits);
  }
  if (edits.empty()) return false;
  expression.text = edits.applied_to(expression.text);
  expression.from_server = false;
  return true;
}

}  // namespace pgplumb::sql
