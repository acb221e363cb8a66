#include <algorithm>

#include "schema/quote.hpp"
#include "sql/output_name.hpp"
#include "sql/renaming/walker.hpp"

namespace pgplumb::sql::renaming {
namespace {

bool is_star(const ResTarget& target) {
  const auto* column = PGPLUMB_NODE_AS(target.val, ColumnRef);
  if (column == nullptr) return false;
  const auto fields = items<Node>(column->fields);
  return nodeTag(fields[fields.size() - 1]) == T_A_Star;
}

const SelectStmt& leftmost(const SelectStmt& select) {
  const SelectStmt* found = &select;
  while (found->op != SETOP_NONE) found = found->larg;
  return *found;
}

// VALUES names its columns column1, column2 …
Columns columns_of_values(const List* rows) {
  Columns columns;
  const auto* first = items<Node>(rows)[0];
  const std::size_t count = items<Node>(reinterpret_cast<const List*>(first)).size();
  for (std::size_t i = 1; i <= count; ++i) columns.names.push_back("column" + std::to_string(i));
  return columns;
}

void name_columns(const List* names, Columns& columns) {
  const std::vector<std::string> texts = strings_of(names);
  if (texts.size() >= columns.names.size()) {
    if (!texts.empty()) columns.names = texts;
    return;
  }
  std::copy(texts.begin(), texts.end(), columns.names.begin());
}

template <typename Statement>
const List* returning_of(const Statement& statement) {
#if PG_VERSION_NUM >= 180000
  return statement.returningClause ? statement.returningClause->exprs : nullptr;
#else
  return statement.returningList;
#endif
}

}  // namespace

void Walker::sub_select(const Node* node) {
  select(*reinterpret_cast<const SelectStmt*>(node), scope_);
}

Columns Walker::select(const SelectStmt& select, const Scope* outer) {
  Scope with;
  with.outer = outer;
  with_clause(select.withClause, with);
  if (select.op == SETOP_NONE) return simple_select(select, with);
  Columns columns = this->select(*select.larg, &with);
  this->select(*select.rarg, &with);
  const Restored visible(scope_, static_cast<const Scope*>(&with));
  expression(select.limitOffset);
  expression(select.limitCount);
  return columns;  // ORDER BY of a set operation can name output columns only
}

Columns Walker::simple_select(const SelectStmt& select, const Scope& with) {
  Scope from;
  from.outer = &with;
  from_clause(select.fromClause, from, &with);
  const Restored visible(scope_, static_cast<const Scope*>(&from));
  Columns columns = targets(select);
  const Restored exists(in_exists_, false);
  for (const List* clause : {select.groupClause, select.windowClause, select.valuesLists}) {
    list(clause);
  }
  for (const Node* clause :
       {select.whereClause, select.havingClause, select.limitOffset, select.limitCount}) {
    expression(clause);
  }
  if (items<Node>(select.distinctClause).size() > 0 &&
      items<Node>(select.distinctClause)[0] != nullptr) {
    order_by(select.distinctClause, columns);
  }
  order_by(select.sortClause, columns);
  locked_relations(select.lockingClause);
  if (select.valuesLists != nullptr) columns = columns_of_values(select.valuesLists);
  return columns;
}

void Walker::with_clause(const WithClause* with, Scope& scope) {
  if (with == nullptr) return;
  const Restored exists(in_exists_, false);
  for (const CommonTableExpr* table : items<CommonTableExpr>(with->ctes)) {
    const auto* query = PGPLUMB_NODE_AS(table->ctequery, SelectStmt);
    names_.insert(text_of(table->ctename));
    Columns columns{strings_of(table->aliascolnames), false};
    if (with->recursive) scope.common_tables.push_back({text_of(table->ctename), columns});
    if (query != nullptr) {
      columns = select(*query, &scope);
      name_columns(table->aliascolnames, columns);
    } else {
      const Restored visible(scope_, static_cast<const Scope*>(&scope));
      statement(table->ctequery);
      columns.known = false;
    }
    if (with->recursive) scope.common_tables.pop_back();
    scope.common_tables.push_back({text_of(table->ctename), std::move(columns)});
  }
}

Columns Walker::targets(const SelectStmt& select) {
  Columns columns;
  const bool of_exists = in_exists_;
  const Restored exists(in_exists_, false);
  for (const ResTarget* target : items<ResTarget>(select.targetList)) {
    if (is_star(*target)) {
      const auto* column = reinterpret_cast<const ColumnRef*>(target->val);
      expression(target->val);
      if (of_exists) {
        columns.known = false;  // nobody can name them
      } else {
        star(*target, *column, columns);
      }
      continue;
    }
    expression(target->val);
    const OutputName implicit = output_name(target->val);
    columns.names.push_back(target->name ? target->name : implicit.name);
    if (target->name == nullptr) keep_output_name(*target, implicit.name, implicit.giver);
  }
  return columns;
}

void Walker::keep_output_name(const ResTarget& target, const std::string& name, const Node* giver) {
  if (giver == nullptr || renamed_.count(giver) == 0) return;
  if (target.location < 0) return unsure();
  edits_.insert(target_end(text_, offset_of(target.location)), " AS " + quote_identifier(name));
}

// `*` keeps meaning all columns, under their new names; only a list can keep the old one.
void Walker::star(const ResTarget& target, const ColumnRef& star, Columns& columns) {
  const std::vector<std::string> fields = strings_of(star.fields);
  const std::string qualifier = fields.size() > 1 ? fields[fields.size() - 2] : std::string();
  const Item* only = qualifier.empty() ? nullptr : find_item(scope_, qualifier, {});
  bool renames = false;
  bool known = qualifier.empty() ? !scope_->merges_columns : only != nullptr;
  std::string text;
  const bool qualified = only != nullptr || scope_->items.size() > 1;
  for (const Item& item : scope_->items) {
    if (item.hidden || (only != nullptr && &item != only)) continue;
    renames = renames || item.column;
    known = known && item.columns.known;
    for (const std::string& name : item.columns.names) {
      columns.names.push_back(name);
      const bool renamed = item.column && name == subject_.before().member;
      if (!text.empty()) text += ", ";
      if (qualified) text += quote_identifier(item.name) + ".";
      text += quote_identifier(renamed ? subject_.after().member.str() : name);
      if (renamed) text += " AS " + quote_identifier(name);
    }
  }
  columns.known = columns.known && known;
  if (!renames) return;
  if (!known || target.location < 0) return unsure();
  const std::size_t begin = offset_of(target.location);
  edits_.replace({begin, target_end(text_, begin)}, text);
}

// A bare name in ORDER BY and DISTINCT ON is an output column first, and those keep their names.
void Walker::order_by(const List* list, const Columns& outputs) {
  for (const Node* node : items<Node>(list)) {
    const auto* sort = PGPLUMB_NODE_AS(node, SortBy);
    const Node* key = sort ? sort->node : node;
    const auto* column = PGPLUMB_NODE_AS(key, ColumnRef);
    const bool output = column != nullptr && items<Node>(column->fields).size() == 1 &&
                        outputs.contains(string_of(items<Node>(column->fields)[0]));
    if (!output) expression(key);
  }
}

// FOR UPDATE OF names items.
void Walker::locked_relations(const List* clauses) {
  if (!subject_.is_relation()) return;
  for (const LockingClause* clause : items<LockingClause>(clauses)) {
    for (const RangeVar* locked : items<RangeVar>(clause->lockedRels)) {
      const Item* item = find_item(scope_, text_of(locked->relname), {});
      if (item == nullptr || !item->subject || item->aliased) continue;
      const std::vector<Token> parts = parts_at(locked->location, {item->name});
      if (parts.empty()) return unsure();
      edits_.replace(parts[0].range, quote_identifier(subject_.after().name));
    }
  }
}

void Walker::rename_output(const SelectStmt& select, const std::string& before,
                           const std::string& after) {
  for (const ResTarget* target : items<ResTarget>(leftmost(select).targetList)) {
    if (is_star(*target)) return unsure();
    const std::string name = target->name ? target->name : output_name(target->val).name;
    if (name != before) continue;
    if (target->location < 0) return unsure();
    const std::size_t begin = offset_of(target->location);
    const std::size_t end = target_end(text_, begin);
    if (target->name == nullptr) return edits_.insert(end, " AS " + quote_identifier(after));
    Token last;
    for (Token token = next_token(text_, begin); token.range.begin < end;
         token = next_token(text_, token.range.end)) {
      last = std::move(token);
    }
    if (last.name != name) return unsure();
    return edits_.replace(last.range, quote_identifier(after));
  }
}

void Walker::routine_body(const Node* body) {
  if (const auto* returned = PGPLUMB_NODE_AS(body, ReturnStmt)) {
    return expression(returned->returnval);
  }
  if (nodeTag(body) != T_List) return statement(body);
  for (const Node* part : items<Node>(reinterpret_cast<const List*>(body))) routine_body(part);
}

void Walker::statement(const Node* node) {
  switch (nodeTag(node)) {
    case T_SelectStmt: return sub_select(node);
    case T_InsertStmt: return insert(*reinterpret_cast<const InsertStmt*>(node));
    case T_UpdateStmt: return update(*reinterpret_cast<const UpdateStmt*>(node));
    case T_DeleteStmt: return remove(*reinterpret_cast<const DeleteStmt*>(node));
    case T_NotifyStmt: return;
    case T_ReturnStmt: return expression(reinterpret_cast<const ReturnStmt*>(node)->returnval);
    default: return unsure();
  }
}

// The columns named in INSERT (…) and on the left of SET.
void Walker::assigned_columns(const List* targets, bool subject) {
  if (!subject || !subject_.is_attribute()) return;
  for (const ResTarget* target : items<ResTarget>(targets)) {
    if (target->name == nullptr || subject_.before().member != target->name) continue;
    const std::vector<Token> parts = parts_at(target->location, {target->name});
    if (parts.empty()) return unsure();
    edits_.replace(parts[0].range, quote_identifier(subject_.after().member));
  }
}

void Walker::insert(const InsertStmt& insert) {
  Scope with;
  with.outer = scope_;
  with_clause(insert.withClause, with);
  Scope target;
  target.outer = &with;
  from_relation(*insert.relation, target);
  assigned_columns(insert.cols, target.items[0].column);
  const Restored visible(scope_, static_cast<const Scope*>(&with));
  expression(insert.selectStmt);
  if (insert.onConflictClause != nullptr && target.items[0].subject) unsure();
  const Restored returning(scope_, static_cast<const Scope*>(&target));
  list(returning_of(insert));
}

void Walker::update(const UpdateStmt& update) {
  Scope with;
  with.outer = scope_;
  with_clause(update.withClause, with);
  Scope from;
  from.outer = &with;
  from_relation(*update.relation, from);
  assigned_columns(update.targetList, from.items[0].column);
  from_clause(update.fromClause, from, &with);
  const Restored visible(scope_, static_cast<const Scope*>(&from));
  list(update.targetList);
  expression(update.whereClause);
  list(returning_of(update));
}

void Walker::remove(const DeleteStmt& remove) {
  Scope with;
  with.outer = scope_;
  with_clause(remove.withClause, with);
  Scope from;
  from.outer = &with;
  from_relation(*remove.relation, from);
  from_clause(remove.usingClause, from, &with);
  const Restored visible(scope_, static_cast<const Scope*>(&from));
  expression(remove.whereClause);
  list(returning_of(remove));
}

}  // namespace pgplumb::sql::renaming
