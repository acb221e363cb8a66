#include "sql/canonical/select_analysis.hpp"

#include "sql/canonical/from_clause.hpp"
#include "sql/canonical/names.hpp"
#include "sql/canonical/row_locks.hpp"

namespace pgplumb::sql::canon {
namespace {

// An integer constant: the position of an output column.
int ordinal(const Node* node) {
  const auto* constant = PGPLUMB_NODE_AS(node, A_Const);
  if (constant == nullptr || constant->isnull || nodeTag(&constant->val.node) != T_Integer)
    return 0;
  return constant->val.ival.ival;
}

std::string simple_name(const Node* node) {
  const auto* column = PGPLUMB_NODE_AS(node, ColumnRef);
  if (column == nullptr) return {};
  const auto fields = items<Node>(column->fields);
  return fields.size() == 1 && nodeTag(fields[0]) == T_String ? string_of(fields[0])
                                                              : std::string();
}

// A bare number would be taken for a position.
std::string safe_key(const Value& value) {
  const bool number = value.form == Value::Form::constant && !value.text.empty() &&
                      value.text.find_first_not_of("0123456789") == std::string::npos;
  return number ? "(" + value.text + ")::integer" : value.text;
}

// A call's collation follows from all that it reads; only the plain cases are told here.
std::optional<std::string> collation_of(const Output& target) {
  const Value& value = target.value;
  if (value.type == nullptr || !value.type->collatable) return std::string();
  if (value.form == Value::Form::column) return value.collation;
  if (!target.odd_collation) return std::string();
  if (value.form == Value::Form::collate) return value.raw;
  return std::nullopt;
}

}  // namespace

void SelectAnalysis::star(const ColumnRef* node, QueryParts& parts) {
  auto columns = a_.star(node);
  if (columns) return add(std::move(*columns), parts);
  const auto fields = items<Node>(node->fields);
  add_unknown_columns(
      fields.size() == 1 ? "*" : quoted_name(string_of(fields[fields.size() - 2])) + ".*", parts);
}

// (row).*: every field on its own.
bool SelectAnalysis::row_star(const Node* node, QueryParts& parts) {
  if (!is_row_star(node)) return false;
  const auto* written = reinterpret_cast<const A_Indirection*>(node);
  if (items<Node>(written->indirection).size() != 1) return false;
  const Value row = a_.field_owner(written->arg);
  auto columns = a_.row_star(row);
  if (columns) {
    add(std::move(*columns), parts);
  } else {
    add_unknown_columns("(" + row.text + ").*", parts);
  }
  return true;
}

void SelectAnalysis::add(Outputs columns, QueryParts& parts) {
  for (Output& column : columns) parts.targets.push_back(std::move(column));
}

void SelectAnalysis::add_unknown_columns(std::string text, QueryParts& parts) {
  parts.columns_known = false;
  Output& target = parts.targets.emplace_back();
  target.value.text = std::move(text);
  target.name = "*";
  target.value.raw = "*";
}

void SelectAnalysis::targets(const List* list, QueryParts& parts) {
  for (const ResTarget* written : items<ResTarget>(list)) {
    if (row_star(written->val, parts)) continue;
    if (is_star(written->val)) {
      star(reinterpret_cast<const ColumnRef*>(written->val), parts);
      continue;
    }
    if (is_row_star(written->val)) {
      a_.open("(…).*");
      a_.all_stars_expanded_ = false;
      parts.columns_known = false;
    }
    Output target;
    const bool odd_before = a_.begin_collations();
    target.value = a_.expression(written->val);
    target.odd_collation = a_.end_collations(odd_before);
    target.name = written->name != nullptr ? written->name : a_.name_without_alias(*written);
    parts.targets.push_back(std::move(target));
  }
}

void SelectAnalysis::finish_columns(QueryParts& parts) {
  for (const auto& target : parts.targets) {
    parts.levels |= target.value.levels;
    parts.columns.push_back({target.name, target.value.type, target.value.modifiers, {}, {}});
    parts.columns.back().collation = collation_of(target);
  }
}

// ORDER BY, GROUP BY, DISTINCT ON: a position, an output name or an expression.
Value SelectAnalysis::clause_expression(const Node* node, QueryParts& parts, bool columns_first) {
  const int position = ordinal(node);
  if (position > 0 && static_cast<std::size_t>(position) <= parts.targets.size()) {
    return parts.targets[static_cast<std::size_t>(position) - 1].value;
  }
  const std::string name = simple_name(node);
  if (!name.empty()) {
    bool is_column = false;
    for (const RangeEntry& entry : scope_.entries) {
      if (!columns_first || !entry.columns_visible) continue;
      is_column = is_column || a_.find_column(entry, name) != nullptr || !entry.columns_known;
    }
    for (const auto& target : parts.targets) {
      if (!is_column && target.name == name) return target.value;
    }
  }
  Value value = a_.expression(node);
  if (value.untyped()) value = a_.coerce(std::move(value), known().text, {}, CastContext::implicit);
  return value;
}

namespace {

// The sets of GROUPING SETS, those of such a set in it included.
void gather_sets(const GroupingSet& set, std::vector<const Node*>& sets) {
  for (const Node* item : items<Node>(set.content)) {
    const auto* nested = PGPLUMB_NODE_AS(item, GroupingSet);
    if (nested != nullptr && nested->kind == GROUPING_SET_SETS) {
      gather_sets(*nested, sets);
    } else {
      sets.push_back(item);
    }
  }
}

// The keys that stand for the whole set, where it is no choice of several; null for others.
const Node* only_set(const GroupingSet& set) {
  std::vector<const Node*> sets;
  if (set.kind == GROUPING_SET_SETS) gather_sets(set, sets);
  if (sets.size() != 1) return nullptr;
  const auto* nested = PGPLUMB_NODE_AS(sets[0], GroupingSet);
  return nested == nullptr || nested->kind == GROUPING_SET_EMPTY ? sets[0] : nullptr;
}

bool is_empty_set(const Node* node) {
  const auto* set = PGPLUMB_NODE_AS(node, GroupingSet);
  return set != nullptr && set->kind == GROUPING_SET_EMPTY;
}

// What GROUP BY lists, where that comes to one set of keys: without the words for sets.
std::vector<const Node*> without_single_sets(const List* list) {
  std::vector<const Node*> written;
  std::vector<const Node*> single;
  bool several = false;
  for (const Node* item : items<Node>(list)) {
    if (is_empty_set(item)) continue;
    const auto* set = PGPLUMB_NODE_AS(item, GroupingSet);
    const Node* keys = set != nullptr ? only_set(*set) : item;
    several = several || keys == nullptr;
    written.push_back(item);
    if (keys != nullptr && !is_empty_set(keys)) single.push_back(keys);
  }
  return several || single.empty() ? written : single;
}

}  // namespace

// A key of GROUP BY or an item of a grouping set.
void SelectAnalysis::add_group_keys(const Node* node, QueryParts& parts, SortKeys& keys) {
  const auto* row = PGPLUMB_NODE_AS(node, RowExpr);
  if (row != nullptr && row->row_format == COERCE_IMPLICIT_CAST) {
    for (const Node* item : items<Node>(row->args)) add_group_keys(item, parts, keys);
    return;
  }
  if (const auto* set = PGPLUMB_NODE_AS(node, GroupingSet)) {
    keys.add_whole(grouping_set(*set, parts));
    return;
  }
  keys.add(safe_key(clause_expression(node, parts, true)));
}

// What stands in ROLLUP, CUBE and GROUPING SETS: the same set may be there more than once, the same
// key within a set may not.
std::string SelectAnalysis::grouping_set(const GroupingSet& set, QueryParts& parts) {
  std::vector<const Node*> sets;
  gather_sets(set, sets);
  std::string inside;
  for (const Node* item : sets) {
    SortKeys keys;
    add_group_keys(item, parts, keys);
    const std::string text = keys.size() == 1 ? keys.text() : "(" + keys.text() + ")";
    inside += (inside.empty() ? "" : ", ") + text;
  }
  switch (set.kind) {
    case GROUPING_SET_EMPTY: return "()";
    case GROUPING_SET_ROLLUP: return "ROLLUP(" + inside + ")";
    case GROUPING_SET_CUBE: return "CUBE(" + inside + ")";
    case GROUPING_SET_SETS: return "GROUPING SETS (" + inside + ")";
    default: return inside;
  }
}

std::string SelectAnalysis::group_by(const SelectStmt* node, QueryParts& parts) {
  if (node->groupClause == nullptr) return {};
  SortKeys keys;
  for (const Node* item : without_single_sets(node->groupClause)) {
    const auto* set = PGPLUMB_NODE_AS(item, GroupingSet);
    // Sets that are the same may leave one.
    if (set != nullptr && set->kind == GROUPING_SET_SETS && node->groupDistinct) {
      a_.open("GROUP BY DISTINCT");
    }
    add_group_keys(item, parts, keys);
  }
  const std::string text = keys.size() == 0 ? "()" : keys.text();
  return (node->groupDistinct ? " GROUP BY DISTINCT " : " GROUP BY ") + text;
}

SortKeys SelectAnalysis::order_by(const List* list, QueryParts& parts) {
  SortKeys keys;
  for (const SortBy* sort : items<SortBy>(list)) {
    const Value key = clause_expression(sort->node, parts, false);
    parts.levels |= key.levels;
    keys.add(safe_key(key), *sort);
  }
  return keys;
}

// The keys of DISTINCT ON come in the order in which ORDER BY has them.
std::string SelectAnalysis::distinct(const List* list, const SortKeys& order, QueryParts& parts) {
  if (list == nullptr) return {};
  SortKeys keys;
  for (const Node* item : items<Node>(list)) {
    if (item == nullptr) return "DISTINCT ";  // plain DISTINCT: a list of one null
    keys.add(safe_key(clause_expression(item, parts, false)));
  }
  return "DISTINCT ON (" + keys.in_order_of(order) + ") ";
}

std::string SelectAnalysis::windows(const List* list) {
  std::string text;
  for (const WindowDef* definition : items<WindowDef>(list)) {
    text += (text.empty() ? " WINDOW " : ", ") + quoted_name(text_of(definition->name)) + " AS (" +
            a_.window(definition) + ")";
  }
  return text;
}

void SelectAnalysis::run(const SelectStmt* node, bool resolve_unknown, QueryParts& parts) {
  scope_.windows = node->windowClause;
  if (node->fromClause != nullptr) {
    FromClause from(a_, scope_);
    parts.tail = " FROM " + from.run(node->fromClause);
    parts.levels |= from.levels();
  }
  targets(node->targetList, parts);
  if (resolve_unknown) {
    for (auto& target : parts.targets) {
      if (!target.value.untyped()) continue;
      target.value = a_.coerce(std::move(target.value), known().text, {}, CastContext::implicit);
    }
  }
  if (node->whereClause != nullptr) {
    const Value where = a_.condition(node->whereClause);
    parts.levels |= where.levels;
    parts.tail += " WHERE " + where.text;
  }
  parts.tail += group_by(node, parts);
  if (node->havingClause != nullptr) {
    parts.tail += " HAVING " + a_.condition(node->havingClause).text;
  }
  parts.tail += windows(node->windowClause);
  const SortKeys order = order_by(node->sortClause, parts);
  parts.distinct = distinct(node->distinctClause, order, parts);
  parts.order_and_limit =
      order.text_after(" ORDER BY ") + limits(a_, node) + row_locks(node, scope_);
  if (order.doubtful()) a_.open("repeated sort key");
  finish_columns(parts);
}

std::string limits(Analyser& a, const SelectStmt* node) {
  const auto count = [&](const Node* written) {
    return a.assigned(a.expression(written), known().int8).text;
  };
  std::string text;
  if (node->limitOffset != nullptr) text += " OFFSET " + count(node->limitOffset);
  const auto* constant = PGPLUMB_NODE_AS(node->limitCount, A_Const);
  const bool all = constant != nullptr && constant->isnull;
  if (node->limitCount != nullptr && !all) {
    const std::string number = count(node->limitCount);
    text += node->limitOption == LIMIT_OPTION_WITH_TIES
                ? " FETCH FIRST (" + number + ") ROWS WITH TIES"
                : " LIMIT " + number;
  }
  return text;
}

std::string Analyser::window(const WindowDef* definition) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
  if (definition->refname != nullptr) add(quoted_name(definition->refname));
  const auto key = [&](const Node* node) {
    Value value = expression(node);
    if (value.untyped()) value = coerce(std::move(value), known().text, {}, CastContext::implicit);
    return value.text;
  };
  SortKeys partitions;
  for (const Node* node : items<Node>(definition->partitionClause)) partitions.add(key(node));
  if (partitions.size() > 0) add(partitions.text_after("PARTITION BY "));
  SortKeys order;
  for (const SortBy* sort : items<SortBy>(definition->orderClause)) {
    order.add(key(sort->node), *sort);
  }
  if (order.size() > 0) add(order.text_after("ORDER BY "));
  if (order.doubtful()) open("repeated sort key");
  const int options = definition->frameOptions;
  if ((options & FRAMEOPTION_NONDEFAULT) == 0) return text;
  const auto bound = [&](bool start) {
    const Node* offset = start ? definition->startOffset : definition->endOffset;
    const auto has = [&](int start_flag, int end_flag) {
      return (options & (start ? start_flag : end_flag)) != 0;
    };
    if (has(FRAMEOPTION_START_UNBOUNDED_PRECEDING, FRAMEOPTION_END_UNBOUNDED_PRECEDING)) {
      return std::string("UNBOUNDED PRECEDING");
    }
    if (has(FRAMEOPTION_START_UNBOUNDED_FOLLOWING, FRAMEOPTION_END_UNBOUNDED_FOLLOWING)) {
      return std::string("UNBOUNDED FOLLOWING");
    }
    if (has(FRAMEOPTION_START_CURRENT_ROW, FRAMEOPTION_END_CURRENT_ROW)) {
      return std::string("CURRENT ROW");
    }
    Value value = expression(offset);
    const bool by_count = (options & (FRAMEOPTION_ROWS | FRAMEOPTION_GROUPS)) != 0;
    if (value.untyped() && by_count)
      value = coerce(std::move(value), known().int8, {}, CastContext::implicit);
    if (value.untyped()) open("frame of a window");
    const bool preceding =
        has(FRAMEOPTION_START_OFFSET_PRECEDING, FRAMEOPTION_END_OFFSET_PRECEDING);
    return value.text + (preceding ? " PRECEDING" : " FOLLOWING");
  };
  std::string frame = (options & FRAMEOPTION_ROWS) != 0     ? "ROWS "
                      : (options & FRAMEOPTION_GROUPS) != 0 ? "GROUPS "
                                                            : "RANGE ";
  // "ROWS x" is short for BETWEEN x AND CURRENT ROW.
  frame += "BETWEEN " + bound(true) + " AND " + bound(false);
  if ((options & FRAMEOPTION_EXCLUDE_CURRENT_ROW) != 0) frame += " EXCLUDE CURRENT ROW";
  if ((options & FRAMEOPTION_EXCLUDE_GROUP) != 0) frame += " EXCLUDE GROUP";
  if ((options & FRAMEOPTION_EXCLUDE_TIES) != 0) frame += " EXCLUDE TIES";
  add(frame);
  return text;
}

}  // namespace pgplumb::sql::canon
