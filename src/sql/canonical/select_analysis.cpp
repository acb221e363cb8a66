#include "sql/canonical/select_analysis.hpp"

#include "sql/canonical/from_clause.hpp"
#include "sql/canonical/names.hpp"
#include "sql/canonical/order_by.hpp"
#include "sql/canonical/row_locks.hpp"
#include "sql/output_name.hpp"

namespace pgplumb::sql::canon {
namespace {

bool is_star(const Node* node) {
  const auto* column = PGPLUMB_NODE_AS(node, ColumnRef);
  if (column == nullptr) return false;
  const auto fields = items<Node>(column->fields);
  return nodeTag(fields[fields.size() - 1]) == T_A_Star;
}

// "(row value).*": as many columns as the value's type has.
bool expands_row(const Node* node) {
  const auto* indirection = PGPLUMB_NODE_AS(node, A_Indirection);
  if (indirection == nullptr) return false;
  const auto steps = items<Node>(indirection->indirection);
  return !steps.empty() && nodeTag(steps[steps.size() - 1]) == T_A_Star;
}

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
std::optional<std::string> collation_of(const QueryParts::Target& target) {
  const Value& value = target.value;
  if (value.type == nullptr || !value.type->collatable) return std::string();
  if (value.form == Value::Form::column) return value.collation;
  if (!target.odd_collation) return std::string();
  if (value.form == Value::Form::collate) return value.raw;
  return std::nullopt;
}

}  // namespace

void SelectAnalysis::add_entry_columns(const RangeEntry& entry, int depth, QueryParts& parts) {
  for (const Column& column : entry.all_columns()) {
    QueryParts::Target& target = parts.targets.emplace_back();
    target.value = a_.column_of(entry, column, depth);
    target.name = column.name;
  }
}

void SelectAnalysis::star(const ColumnRef* node, QueryParts& parts) {
  const std::size_t first = parts.targets.size();
  const auto fields = items<Node>(node->fields);
  bool complete = true;
  if (fields.size() == 1) {
    for (const RangeEntry& entry : scope_.entries) {
      if (!entry.columns_visible) continue;
      complete = complete && entry.columns_known;
      add_entry_columns(entry, scope_.depth, parts);
    }
  } else {
    const std::string name = string_of(fields[fields.size() - 2]);
    const std::string space = fields.size() > 2 ? string_of(fields[fields.size() - 3]) : "";
    const auto [entry, depth] = a_.find_entry(space, name);
    complete = entry != nullptr && entry->columns_known;
    if (entry != nullptr) add_entry_columns(*entry, depth, parts);
  }
  if (!complete) {
    a_.open("*");
    a_.all_stars_expanded_ = false;
    parts.columns_known = false;
    parts.targets.resize(first);
    QueryParts::Target& target = parts.targets.emplace_back();
    target.value.text =
        fields.size() == 1 ? "*" : quoted_name(string_of(fields[fields.size() - 2])) + ".*";
    target.name = "*";
    target.value.raw = "*";
    return;
  }
  StarExpansion expansion{node->location, {}};
  for (std::size_t i = first; i < parts.targets.size(); ++i) {
    const auto& target = parts.targets[i];
    if (i > first) expansion.expansion += ", ";
    expansion.expansion += target.value.text;
    // An alias in the text hides the name that is printed.
    const bool column = target.value.form == Value::Form::column;
    if (column && target.value.raw != target.name) a_.all_stars_expanded_ = false;
  }
  a_.stars_.push_back(std::move(expansion));
}

// (row).*: every field on its own.
bool SelectAnalysis::row_star(const Node* node, QueryParts& parts) {
  const auto* written = PGPLUMB_NODE_AS(node, A_Indirection);
  if (written == nullptr) return false;
  const auto steps = items<Node>(written->indirection);
  if (steps.size() != 1 || nodeTag(steps[0]) != T_A_Star) return false;
  const Value row = a_.expression(written->arg);
  const RelationColumns* found = nullptr;
  if (is_composite(row.type)) found = a_.symbols_.columns_of(base_type(row.type)->name);
  const bool of_type = found != nullptr && found->known;
  if (!of_type && row.fields == nullptr) {
    a_.open("(row).*");
    a_.all_stars_expanded_ = false;
    parts.columns_known = false;
    parts.targets.emplace_back().value.text = "(" + row.text + ").*";
    parts.targets.back().value.raw = parts.targets.back().name = "*";
    return true;
  }
  a_.note_frozen_columns();
  const Columns columns = of_type ? found->columns : *row.fields;
  for (const Column& column : columns) {
    QueryParts::Target& target = parts.targets.emplace_back();
    target.value = a_.field(row, column.name);
    target.name = column.name;
  }
  return true;
}

void SelectAnalysis::targets(const List* list, QueryParts& parts) {
  for (const ResTarget* written : items<ResTarget>(list)) {
    if (row_star(written->val, parts)) continue;
    if (is_star(written->val)) {
      star(reinterpret_cast<const ColumnRef*>(written->val), parts);
      continue;
    }
    if (expands_row(written->val)) {
      a_.open("(…).*");
      a_.all_stars_expanded_ = false;
      parts.columns_known = false;
    }
    QueryParts::Target target;
    const bool odd_before = a_.begin_collations();
    target.value = a_.expression(written->val);
    target.odd_collation = a_.end_collations(odd_before);
    target.name = written->name != nullptr ? written->name : output_name(written->val).name;
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

std::string SelectAnalysis::group_item(const Node* node, QueryParts& parts) {
  const auto list_of = [&](const List* list) {
    std::string text;
    for (const Node* item : items<Node>(list)) {
      text += (text.empty() ? "" : ", ") + group_item(item, parts);
    }
    return text;
  };
  if (const auto* set = PGPLUMB_NODE_AS(node, GroupingSet)) {
    const std::string inside = list_of(set->content);
    switch (set->kind) {
      case GROUPING_SET_EMPTY: return "()";
      case GROUPING_SET_ROLLUP: return "ROLLUP(" + inside + ")";
      case GROUPING_SET_CUBE: return "CUBE(" + inside + ")";
      case GROUPING_SET_SETS: return "GROUPING SETS (" + inside + ")";
      default: return inside;
    }
  }
  if (const auto* row = PGPLUMB_NODE_AS(node, RowExpr)) {
    if (row->row_format == COERCE_IMPLICIT_CAST) return "(" + list_of(row->args) + ")";
  }
  return safe_key(clause_expression(node, parts, true));
}

std::string SelectAnalysis::group_by(const SelectStmt* node, QueryParts& parts) {
  std::string text;
  for (const Node* item : items<Node>(node->groupClause)) {
    std::string printed = group_item(item, parts);
    const auto* row = PGPLUMB_NODE_AS(item, RowExpr);
    if (row != nullptr && row->row_format == COERCE_IMPLICIT_CAST) {
      printed = printed.substr(1, printed.size() - 2);  // (a, b) at the top is a, b
    }
    text += (text.empty() ? "" : ", ") + printed;
  }
  if (text.empty()) return {};
  return (node->groupDistinct ? " GROUP BY DISTINCT " : " GROUP BY ") + text;
}

std::string SelectAnalysis::order_by(const List* list, QueryParts& parts) {
  std::string text;
  for (const SortBy* sort : items<SortBy>(list)) {
    const Value key = clause_expression(sort->node, parts, false);
    parts.levels |= key.levels;
    text += (text.empty() ? " ORDER BY " : ", ") + safe_key(key) + sort_order(*sort);
  }
  return text;
}

std::string SelectAnalysis::distinct(const List* list, QueryParts& parts) {
  if (list == nullptr) return {};
  std::string text;
  for (const Node* item : items<Node>(list)) {
    if (item == nullptr) return "DISTINCT ";  // plain DISTINCT: a list of one null
    text += (text.empty() ? "" : ", ") + safe_key(clause_expression(item, parts, false));
  }
  return "DISTINCT ON (" + text + ") ";
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
  parts.distinct = distinct(node->distinctClause, parts);
  parts.order_and_limit =
      order_by(node->sortClause, parts) + limits(a_, node) + row_locks(node, scope_);
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
  std::string keys;
  const auto key = [&](const Node* node) {
    Value value = expression(node);
    if (value.untyped()) value = coerce(std::move(value), known().text, {}, CastContext::implicit);
    return value.text;
  };
  for (const Node* node : items<Node>(definition->partitionClause)) {
    keys += (keys.empty() ? "PARTITION BY " : ", ") + key(node);
  }
  if (!keys.empty()) add(keys);
  keys.clear();
  for (const SortBy* sort : items<SortBy>(definition->orderClause)) {
    keys += (keys.empty() ? "ORDER BY " : ", ") + key(sort->node) + sort_order(*sort);
  }
  if (!keys.empty()) add(keys);
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
