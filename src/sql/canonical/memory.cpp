#include "sql/canonical/memory.hpp"

#include <algorithm>
#include <utility>

#include "sql/canonical/symbols.hpp"

namespace pgplumb::sql::canon {
namespace {

// These see a relation's columns under their own names, or none.
bool may_repeat(ExpressionRole role) {
  switch (role) {
    case ExpressionRole::default_value:
    case ExpressionRole::domain_default:
    case ExpressionRole::argument_default:
    case ExpressionRole::generated:
    case ExpressionRole::check:
    case ExpressionRole::index_element:
    case ExpressionRole::index_predicate:
    case ExpressionRole::policy: return true;
    default: return false;
  }
}

// All that an expression's meaning follows from, but for the columns.
std::string key_of(const Expression& expression, const ExpressionContext& context) {
  std::string key(1, static_cast<char>(context.role));
  key += expression.from_server ? 's' : 't';
  const auto add = [&](const std::string& part) { (key += part) += '\0'; };
  add(context.result.name.space.text());
  add(context.result.name.name.text());
  add(context.result.modifiers);
  key += context.result.array ? 'a' : ' ';
  if (expression.search_path != nullptr) {
    for (const std::string& space : *expression.search_path) add(space);
  }
  add(expression.text);
  return key;
}

const Column* column_named(const RelationColumns& relation, const std::string& name) {
  const auto found = std::find_if(relation.columns.begin(), relation.columns.end(),
                                  [&](const Column& column) { return column.name == name; });
  return found == relation.columns.end() ? nullptr : &*found;
}

bool is_column_of(const ObjectId& id, const QualifiedName& relation) {
  return id.kind == ObjectKind::attribute && id.qualified_name() == relation;
}

}  // namespace

bool Memory::recall(Symbols& symbols, Expression& expression,
                    const ExpressionContext& context) const {
  if (!may_repeat(context.role)) return false;
  const auto found = known_.find(key_of(expression, context));
  if (found == known_.end()) return false;
  std::vector<ObjectId> references;
  if (!found->second.columns.empty()) {
    const RelationColumns* relation = symbols.columns_of(context.relation);
    if (relation == nullptr || !relation->known) return false;
    for (const UsedColumn& used : found->second.columns) {
      const Column* column = column_named(*relation, used.name);
      if (column == nullptr || !column->id || column->type != used.type ||
          column->modifiers != used.modifiers) {
        return false;
      }
      references.push_back(*column->id);
    }
  }
  expression.canonical = found->second.canonical;
  expression.closed = true;
  expression.references = std::move(references);
  return true;
}

void Memory::keep(Symbols& symbols, const Expression& expression,
                  const ExpressionContext& context) {
  if (!may_repeat(context.role) || !expression.closed) return;
  Known known{expression.canonical, {}};
  if (!expression.references.empty()) {
    const RelationColumns* relation = symbols.columns_of(context.relation);
    if (relation == nullptr) return;
    for (const ObjectId& id : expression.references) {
      if (!is_column_of(id, context.relation)) return;
      const Column* column = column_named(*relation, id.member);
      if (column == nullptr || column->type == nullptr) return;
      known.columns.push_back({column->name, column->type, column->modifiers});
    }
  }
  known_.insert_or_assign(key_of(expression, context), std::move(known));
}

}  // namespace pgplumb::sql::canon
