#include <algorithm>

#include "schema/quote.hpp"
#include "sql/renaming/walker.hpp"

namespace pgplumb::sql::renaming {
namespace {

// An alias's own column names hide the first columns.
void apply_alias(const Alias* alias, Columns& columns) {
  if (alias == nullptr) return;
  const std::vector<std::string> names = strings_of(alias->colnames);
  if (names.size() > columns.names.size()) {
    columns.names = names;
    return;
  }
  std::copy(names.begin(), names.end(), columns.names.begin());
}

std::string listed(const std::vector<std::string>& names, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += ", ";
    text += quote_identifier(names[i]);
  }
  return text;
}

std::vector<std::string> texts_of(const std::vector<Identifier>& names) {
  std::vector<std::string> texts;
  texts.reserve(names.size());
  for (const Identifier& name : names) texts.push_back(name.text());
  return texts;
}

}  // namespace

Columns Walker::columns_of(const ObjectId& id) const {
  const Catalog& catalog = subject_.catalog();
  Columns columns;
  if (const auto* view = catalog.get<View>(id)) {
    columns.names = texts_of(view->columns);
  } else if (const auto* materialized = catalog.get<MaterializedView>(id)) {
    columns.names = texts_of(materialized->columns);
  } else {
    for (const ObjectId& attribute : catalog.attributes_of(id)) {
      columns.names.push_back(attribute.member);
    }
  }
  columns.known = !columns.names.empty();
  return columns;
}

void Walker::add_relation(const QualifiedName& relation, const std::string& name) {
  const auto id = subject_.catalog().find_class(relation);
  Item item{name, relation.space.text(), {}, false, name != relation.name.text(), false, false};
  item.columns = id ? columns_of(*id) : Columns{{}, false};
  item.subject = relation == subject_.before().qualified_name();
  item.column = item.subject && subject_.is_attribute();
  add(std::move(item), base_);
}

void Walker::from_clause(const List* from, Scope& scope, const Scope* outside) {
  for (const Node* item : items<Node>(from)) freeze_merged(item);
  for (const Node* item : items<Node>(from)) from_item(item, scope, outside);
}

// Relations whose columns are merged by name keep the names that they have.
void Walker::freeze_merged(const Node* from_item) {
  const auto* join = PGPLUMB_NODE_AS(from_item, JoinExpr);
  if (join == nullptr || !subject_.is_attribute()) return;
  const std::vector<std::string> merged = strings_of(join->usingClause);
  const bool merges =
      std::find(merged.begin(), merged.end(), subject_.before().member) != merged.end();
  if (join->isNatural || merges) return freeze(from_item);
  freeze_merged(join->larg);
  freeze_merged(join->rarg);
}

void Walker::freeze(const Node* from_item) {
  if (const auto* join = PGPLUMB_NODE_AS(from_item, JoinExpr)) {
    freeze(join->larg);
    freeze(join->rarg);
  }
  frozen_.insert(from_item);
}

void Walker::from_item(const Node* node, Scope& scope, const Scope* outside) {
  switch (nodeTag(node)) {
    case T_RangeVar: return from_relation(*reinterpret_cast<const RangeVar*>(node), scope);
    case T_JoinExpr: return from_join(*reinterpret_cast<const JoinExpr*>(node), scope, outside);
    case T_RangeSubselect:
      return from_subselect(*reinterpret_cast<const RangeSubselect*>(node), scope, outside);
    case T_RangeFunction:
      return from_function(*reinterpret_cast<const RangeFunction*>(node), scope);
    case T_RangeTableSample: {
      const auto* sample = reinterpret_cast<const RangeTableSample*>(node);
      from_item(sample->relation, scope, outside);
      list(sample->args);
      return expression(sample->repeatable);
    }
    case T_RangeTableFunc: {
      const auto* table = reinterpret_cast<const RangeTableFunc*>(node);
      const Restored visible(scope_, static_cast<const Scope*>(&scope));
      expression(node);
      return add_item(table->alias, "xmltable", {{}, false}, scope);
    }
    case T_JsonTable: {
      const auto* table = reinterpret_cast<const JsonTable*>(node);
      const Restored visible(scope_, static_cast<const Scope*>(&scope));
      expression(node);
      return add_item(table->alias, "json_table", {{}, false}, scope);
    }
    default: return unsure();
  }
}

void Walker::add_item(const Alias* alias, const std::string& name, Columns columns, Scope& scope) {
  apply_alias(alias, columns);
  add({alias ? text_of(alias->aliasname) : name, {}, std::move(columns), false, true, false, false},
      scope);
}

void Walker::from_relation(const RangeVar& relation, Scope& scope) {
  const std::vector<std::string> names = names_of(relation);
  const CommonTable* common = names.size() == 1 ? find_common_table(&scope, names[0]) : nullptr;
  if (common != nullptr) return add_item(relation.alias, names[0], common->columns, scope);
  if (subject_.is_namespace()) write_namespace(parts_at(relation.location, names), names.size());
  Item item = relation_item(relation);
  if (item.subject && subject_.is_relation()) rename_relation(relation, item);
  if (item.column && frozen_.count(&relation) != 0) keep_column_names(relation, item);
  add(std::move(item), scope);
}

void Walker::add(Item item, Scope& scope) {
  names_.insert(item.name);
  scope.items.push_back(std::move(item));
}

Item Walker::relation_item(const RangeVar& relation) {
  const auto id = subject_.class_of(names_of(relation));
  Item item{text_of(relation.relname), {},    {{}, false}, false,
            relation.alias != nullptr, false, false};
  if (id) {
    item.columns = columns_of(*id);
    item.space = id->space;
    item.subject = id->qualified_name() == subject_.before().qualified_name();
  }
  const auto named = relation.alias ? items<Node>(relation.alias->colnames).size() : 0;
  if (item.subject && subject_.is_attribute()) {
    const auto& names = item.columns.names;
    const auto at = std::find(names.begin(), names.end(), subject_.before().member);
    item.column = at - names.begin() >= static_cast<std::ptrdiff_t>(named);
  }
  apply_alias(relation.alias, item.columns);
  if (item.aliased) {
    item.name = text_of(relation.alias->aliasname);
    item.space.clear();
  }
  return item;
}

void Walker::rename_relation(const RangeVar& relation, Item& item) {
  const std::vector<Token> parts = parts_at(relation.location, names_of(relation));
  if (parts.empty()) return unsure();
  write_name(parts);
  if (item.aliased || !new_name_taken_ || subject_.after().name == item.name) return;
  // Something else has the new name already: the item keeps its old one. The server finds a third.
  unsure();
  edits_.insert(parts.back().range.end, " AS " + quote_identifier(item.name));
  item.aliased = true;
}

// The relation gets an alias with the names that its columns have had, up to the renamed one.
void Walker::keep_column_names(const RangeVar& relation, Item& item) {
  const std::vector<Token> parts = parts_at(relation.location, names_of(relation));
  const auto& names = item.columns.names;
  const auto at = std::find(names.begin(), names.end(), subject_.before().member);
  if (parts.empty() || at == names.end()) return unsure();
  if (relation.alias != nullptr && relation.alias->colnames != nullptr) return unsure();
  const std::string columns =
      "(" + listed(names, static_cast<std::size_t>(at - names.begin()) + 1) + ")";
  item.column = false;
  if (!item.aliased) {
    return edits_.insert(parts.back().range.end, " AS " + quote_identifier(item.name) + columns);
  }
  Token alias = next_token(text_, parts.back().range.end);
  if (alias.is_symbol("*")) alias = next_token(text_, alias.range.end);
  if (alias.is_word("as")) alias = next_token(text_, alias.range.end);
  if (alias.name != item.name) return unsure();
  edits_.insert(alias.range.end, columns);
}

void Walker::from_join(const JoinExpr& join, Scope& scope, const Scope* outside) {
  const std::size_t first = scope.items.size();
  from_item(join.larg, scope, outside);
  from_item(join.rarg, scope, outside);
  if (join.isNatural || join.usingClause != nullptr) scope.merges_columns = true;
  const Restored visible(scope_, static_cast<const Scope*>(&scope));
  expression(join.quals);
  if (join.alias == nullptr) return;
  add_joined_item(*join.alias, first, scope);
}

// An alias of a join hides the items in it and has all their columns, under their names.
void Walker::add_joined_item(const Alias& alias, std::size_t first, Scope& scope) {
  Item joined{text_of(alias.aliasname), {}, {}, false, true, false, false};
  const std::size_t named = items<Node>(alias.colnames).size();
  for (std::size_t i = first; i < scope.items.size(); ++i) {
    Item& item = scope.items[i];
    if (item.hidden) continue;
    for (const std::string& name : item.columns.names) {
      const bool renamed = item.column && name == subject_.before().member;
      joined.column = joined.column || (renamed && joined.columns.names.size() >= named);
      joined.columns.names.push_back(name);
    }
    joined.columns.known = joined.columns.known && item.columns.known;
    item.hidden = true;
  }
  apply_alias(&alias, joined.columns);
  add(std::move(joined), scope);
}

void Walker::from_subselect(const RangeSubselect& range, Scope& scope, const Scope* outside) {
  const auto* query = PGPLUMB_NODE_AS(range.subquery, SelectStmt);
  if (query == nullptr) return unsure();
  const Restored exists(in_exists_, false);
  add_item(range.alias, {}, select(*query, range.lateral ? &scope : outside), scope);
}

void Walker::from_function(const RangeFunction& range, Scope& scope) {
  const Restored visible(scope_, static_cast<const Scope*>(&scope));
  std::string name;
  for (const List* function : items<List>(range.functions)) {
    const Node* node = items<Node>(function)[0];
    expression(node);
    const auto* call = PGPLUMB_NODE_AS(node, FuncCall);
    if (call == nullptr) continue;
    name = strings_of(call->funcname).back();
    if (range.alias != nullptr || renamed_.count(node) == 0) continue;
    // The item was called like the function; so was its column if it has one only.
    if (range.is_rowsfrom || range.ordinality) {
      unsure();
    } else {
      edits_.insert(closing_end(text_, offset_of(call->location)), " AS " + quote_identifier(name));
    }
  }
  list(range.coldeflist);
  add_item(range.alias, name, {{}, false}, scope);
}

}  // namespace pgplumb::sql::renaming
