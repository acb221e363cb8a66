#include "sql/column_aliases.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "schema/quote.hpp"
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
  bool star = false;
};

bool visit(Node* node, void* context) {
  if (node == nullptr) return false;
  auto& found = *static_cast<Found*>(context);
  if (const auto* relation = PGPLUMB_NODE_AS(node, RangeVar)) {
    const Alias* alias = relation->alias;
    if (alias != nullptr && alias->colnames != nullptr) found.relations.push_back(relation);
  } else if (const auto* table = PGPLUMB_NODE_AS(node, CommonTableExpr)) {
    found.common_tables.insert(text_of(table->ctename));
  } else if (nodeTag(node) == T_A_Star) {
    found.star = true;
  } else if (const auto* column = PGPLUMB_NODE_AS(node, ColumnRef)) {
    // The walker does not go into its names.
    for (const Node* part : items<Node>(column->fields)) {
      found.star = found.star || nodeTag(part) == T_A_Star;
    }
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

// What stands for the columns in their new order; those at the end that keep their names need none.
std::string reordered(const std::vector<std::string>& aliases,
                      const std::vector<Identifier>& written, const std::vector<Identifier>& now) {
  std::vector<std::string> names;
  std::size_t needed = 0;
  for (const Identifier& column : now) {
    const auto at = static_cast<std::size_t>(std::ranges::find(written, column) - written.begin());
    names.push_back(at < aliases.size() ? aliases[at] : column.text());
    if (names.back() != column.text()) needed = names.size();
  }
  std::string text;
  for (std::size_t i = 0; i < needed; ++i) {
    text += (i == 0 ? "" : ", ") + quote_identifier(names[i]);
  }
  return needed == 0 ? "" : "(" + text + ")";
}

void replace_names(std::string_view text, std::size_t begin, const std::string& names,
                   renaming::Edits& edits) {
  Token token = next_token(text, begin);
  while (token.kind != Token::Kind::end && !token.is_symbol("(")) {
    token = next_token(text, token.range.end);
  }
  edits.replace({token.range.begin, renaming::closing_end(text, token.range.begin)}, names);
}

enum class Star { kept, left_alone };
enum class Outcome { edited, nothing_to_do, not_possible };

// Calls `edit(item of FROM, its aliases, edits)` for each that gives names to columns of
// `relation`.
template <typename Edit>
Outcome edit_aliases(Expression& expression, const ExpressionContext& context,
                     const ObjectId& relation, const Catalog& catalog, Star star,
                     const Edit& edit) {
  const Fragment fragment(expression.text, fragment_kind(context.role));
  if (fragment.node() == nullptr) return Outcome::not_possible;
  const auto* result = PGPLUMB_NODE_AS(fragment.node(), ReturnStmt);
  Found found;
  visit_guarded(const_cast<Node*>(result != nullptr ? result->returnval : fragment.node()), &found);
  if (found.star && star == Star::left_alone) return Outcome::not_possible;
  const SearchPath qualified_only;
  const SearchPath& path = expression.search_path ? *expression.search_path : qualified_only;
  const Rename of_column{relation, relation};
  const renaming::Subject subject(of_column, catalog, path);
  renaming::Edits edits;
  for (const RangeVar* one : found.relations) {
    const std::vector<std::string> names = names_of(*one);
    const bool common = names.size() == 1 && found.common_tables.contains(names[0]);
    if (common || subject.class_of(names) != relation) continue;
    edit(fragment.offset_of(one->location), strings_of(one->alias->colnames), edits);
  }
  if (edits.empty()) return Outcome::nothing_to_do;
  expression.text = edits.applied_to(expression.text);
  expression.from_server = false;
  return Outcome::edited;
}

}  // namespace

bool drop_column_alias(Expression& expression, const ExpressionContext& context,
                       const ObjectId& relation, std::size_t position, const Catalog& catalog) {
  const std::string text = expression.text;
  if (text.find(relation.name) == std::string::npos) return false;
  const auto drop = [&](std::size_t begin, const auto& aliases, renaming::Edits& edits) {
    if (aliases.size() > position) remove_name(text, begin, position, edits);
  };
  return edit_aliases(expression, context, relation, catalog, Star::kept, drop) == Outcome::edited;
}

bool reorder_column_aliases(Expression& expression, const ExpressionContext& context,
                            const ObjectId& relation, const std::vector<Identifier>& now,
                            const Catalog& catalog) {
  const std::string text = expression.text;
  std::vector<Identifier> written;
  for (const ObjectId& column : catalog.attributes_of(relation)) {
    written.emplace_back(column.member);
  }
  const auto reorder = [&](std::size_t begin, const auto& aliases, renaming::Edits& edits) {
    replace_names(text, begin, reordered(aliases, written, now), edits);
  };
  return edit_aliases(expression, context, relation, catalog, Star::left_alone, reorder) !=
         Outcome::not_possible;
}

}  // namespace pgplumb::sql
