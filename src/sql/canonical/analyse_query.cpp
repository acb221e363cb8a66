// WITH, set operations, VALUES, and the printing of queries.
#include "sql/canonical/analyser.hpp"
#include "sql/canonical/from_clause.hpp"
#include "sql/canonical/names.hpp"
#include "sql/canonical/select_analysis.hpp"
#include "sql/canonical/sort_keys.hpp"
#include "sql/output_name.hpp"

namespace pgplumb::sql::canon {
namespace {

class QueryAnalysis {
 public:
  QueryAnalysis(Analyser& analyser, Scope& scope) : a_(analyser), scope_(scope) {}

  QueryParts run(const SelectStmt* node, bool resolve_unknown) {
    QueryParts parts;
    FromClause(a_, scope_).assign_names(node->fromClause);
    if (node->withClause != nullptr) parts.with = with(node->withClause);
    if (node->op != SETOP_NONE) {
      set_operation(node, parts);
    } else if (node->valuesLists != nullptr) {
      values(node, parts);
    } else {
      SelectAnalysis(a_, scope_).run(node, resolve_unknown, parts);
    }
    return parts;
  }

 private:
  std::string with(const WithClause* clause);
  std::string common_table(const CommonTableExpr* table, bool recursive);
  void set_operation(const SelectStmt* node, QueryParts& parts);
  void leave_collated_constants(const QueryParts& parts);
  void unify_columns(QueryParts& parts);
  static void coerce_column(Analyser& a, QueryParts& parts, std::size_t index,
                            const TypeInfo* type);
  void values(const SelectStmt* node, QueryParts& parts);
  std::string order_of_set(const List* list, const QueryParts& parts);

  Analyser& a_;
  Scope& scope_;
};

std::string rename_columns(CommonTable& table, const List* aliases) {
  std::string text;
  bool renamed = false;
  std::size_t index = 0;
  for (const Node* written : items<Node>(aliases)) {
    const std::string name = string_of(written);
    if (index >= table.columns.size()) {
      table.columns.push_back({name, nullptr, {}, {}, {}});
      renamed = true;
    } else {
      renamed = renamed || table.columns[index].name != name;
      table.columns[index].name = name;
    }
    ++index;
  }
  if (!renamed) return {};
  for (const Column& column : table.columns) {
    text += (text.empty() ? "(" : ", ") + quoted_name(column.name);
  }
  return text + ")";
}

std::string QueryAnalysis::common_table(const CommonTableExpr* table, bool recursive) {
  const auto* select = PGPLUMB_NODE_AS(table->ctequery, SelectStmt);
  CommonTable entry;
  entry.name = text_of(table->ctename);
  if (select == nullptr || table->search_clause != nullptr || table->cycle_clause != nullptr) {
    a_.leave_out("WITH " + entry.name);
    entry.columns_known = false;
    scope_.common_tables.push_back(entry);
    return quoted_name(entry.name) + " AS (...)";
  }
  if (recursive && select->op != SETOP_NONE) {
    // The first arm tells the columns that the second one reads.
    const QueryParts first = a_.query(select->larg, true);
    entry.columns = first.columns;
    entry.columns_known = first.columns_known;
    rename_columns(entry, table->aliascolnames);
    scope_.common_tables.push_back(entry);
  }
  const QueryParts parts = a_.query(select, true);
  entry.columns = parts.columns;
  entry.columns_known = parts.columns_known;
  const std::string columns = rename_columns(entry, table->aliascolnames);
  scope_.common_tables.push_back(entry);
  std::string text = quoted_name(entry.name) + columns + " AS ";
  if (table->ctematerialized == CTEMaterializeAlways) text += "MATERIALIZED ";
  if (table->ctematerialized == CTEMaterializeNever) text += "NOT MATERIALIZED ";
  return text + "(" + a_.print(parts, OutputNames::shown) + ")";
}

std::string QueryAnalysis::with(const WithClause* clause) {
  std::string text;
  for (const CommonTableExpr* table : items<CommonTableExpr>(clause->ctes)) {
    text += (text.empty() ? "" : ", ") + common_table(table, clause->recursive);
  }
  return (clause->recursive ? "WITH RECURSIVE " : "WITH ") + text + " ";
}

void QueryAnalysis::values(const SelectStmt* node, QueryParts& parts) {
  parts.kind = QueryParts::Kind::values;
  const bool odd_before = a_.begin_collations();
  for (const List* row : items<List>(node->valuesLists)) {
    parts.rows.push_back(a_.expressions_of(row));
  }
  const std::size_t width = parts.rows.empty() ? 0 : parts.rows[0].size();
  for (std::size_t column = 0; column < width; ++column) {
    Types types;
    for (const Values& row : parts.rows) {
      types.push_back(column < row.size() ? resolution_type(row[column]) : nullptr);
    }
    const TypeInfo* type = common_type(types);
    if (type == nullptr) a_.open("types of VALUES");
    std::string modifiers = parts.rows[0][column].modifiers;
    for (Values& row : parts.rows) {
      if (column >= row.size()) continue;
      if (type != nullptr) {
        row[column] = a_.coerce(std::move(row[column]), type, {}, CastContext::implicit);
      }
      if (row[column].modifiers != modifiers) modifiers.clear();
      parts.levels |= row[column].levels;
    }
    parts.columns.push_back({"column" + std::to_string(column + 1), type, modifiers, {}, {}});
    if (a_.odd_collation()) parts.columns.back().collation.reset();
  }
  a_.end_collations(odd_before);
  parts.order_and_limit = order_of_set(node->sortClause, parts) + limits(a_, node);
}

// Gives constants without a type in one output column of `parts` the type of the set operation.
void QueryAnalysis::coerce_column(Analyser& a, QueryParts& parts, std::size_t index,
                                  const TypeInfo* type) {
  if (parts.kind != QueryParts::Kind::select || index >= parts.targets.size()) return;
  Value& value = parts.targets[index].value;
  if (!value.untyped()) return;
  value = a.coerce(std::move(value), type, {}, CastContext::implicit);
  parts.columns[index].type = value.type;
}

void QueryAnalysis::unify_columns(QueryParts& parts) {
  parts.columns_known = parts.left->columns_known && parts.right->columns_known;
  const Columns& left = parts.left->columns;
  const Columns& right = parts.right->columns;
  if (left.size() != right.size()) {
    if (parts.columns_known) a_.open("widths of a set operation");
    parts.columns = left;
    return;
  }
  const auto type_at = [](const QueryParts& side, std::size_t i) {
    if (side.kind == QueryParts::Kind::select && i < side.targets.size()) {
      return resolution_type(side.targets[i].value);
    }
    return side.columns[i].type;
  };
  for (std::size_t i = 0; i < left.size(); ++i) {
    const TypeInfo* l = type_at(*parts.left, i);
    const TypeInfo* r = type_at(*parts.right, i);
    const TypeInfo* type = common_type({l, r});
    Column column = left[i];
    column.type = type;
    column.id.reset();
    if (left[i].modifiers != right[i].modifiers || l != r) column.modifiers.clear();
    const bool same_collation =
        left[i].collation == right[i].collation && (l == r || !a_.odd_collation());
    if (!same_collation) column.collation.reset();
    if (type == nullptr) {
      a_.open("types of a set operation");
    } else {
      coerce_column(a_, *parts.left, i, type);
      coerce_column(a_, *parts.right, i, type);
    }
    parts.columns.push_back(std::move(column));
  }
}

std::string QueryAnalysis::order_of_set(const List* list, const QueryParts& parts) {
  SortKeys keys;
  for (const SortBy* sort : items<SortBy>(list)) {
    std::size_t position = 0;
    const auto* constant = PGPLUMB_NODE_AS(sort->node, A_Const);
    if (constant != nullptr && !constant->isnull && nodeTag(&constant->val.node) == T_Integer) {
      position = static_cast<std::size_t>(constant->val.ival.ival);
    }
    const std::string name = output_name(sort->node).name;
    for (std::size_t i = 0; position == 0 && i < parts.columns.size(); ++i) {
      if (parts.columns[i].name == name) position = i + 1;
    }
    if (position == 0) a_.open("ORDER BY of a set operation");
    keys.add(std::to_string(position), *sort);
  }
  if (keys.doubtful()) a_.open("repeated sort key");
  return keys.text_after(" ORDER BY ");
}

// The server does not give such a constant a type in a set operation.
void QueryAnalysis::leave_collated_constants(const QueryParts& parts) {
  for (const auto& target : parts.targets) {
    const bool collated = target.value.form == Value::Form::collate;
    if (collated && target.value.untyped()) a_.open("COLLATE of a constant");
  }
}

void QueryAnalysis::set_operation(const SelectStmt* node, QueryParts& parts) {
  parts.kind = QueryParts::Kind::set_operation;
  parts.operation = node->op == SETOP_UNION       ? "UNION"
                    : node->op == SETOP_INTERSECT ? "INTERSECT"
                                                  : "EXCEPT";
  if (node->all) parts.operation += " ALL";
  parts.left = std::make_unique<QueryParts>(a_.query(node->larg, false));
  parts.right = std::make_unique<QueryParts>(a_.query(node->rarg, false));
  parts.levels = parts.left->levels | parts.right->levels;
  leave_collated_constants(*parts.left);
  leave_collated_constants(*parts.right);
  unify_columns(parts);
  parts.order_and_limit = order_of_set(node->sortClause, parts) + limits(a_, node);
}

}  // namespace

Values Analyser::expressions_of(const List* list) { return expressions(list); }

QueryParts Analyser::query(const SelectStmt* statement, bool resolve_unknown) {
  if (depth_ >= 400) {
    leave_out("nesting");
    QueryParts parts;
    parts.columns_known = false;
    parts.tail = "...";
    return parts;
  }
  depth_ += 4;
  Scope scope;
  scope.outer = scope_;
  scope.enclosing = scope_;
  scope.depth = scope_ == nullptr ? 1 : scope_->depth + 1;
  Scope* const outer = scope_;
  scope_ = &scope;
  QueryParts parts = QueryAnalysis(*this, scope).run(statement, resolve_unknown);
  scope_ = outer;
  depth_ -= 4;
  return parts;
}

namespace {

bool is_simple_column(const Output& target) {
  return target.value.form == Value::Form::column && target.value.raw == target.name;
}

std::string print_targets(const QueryParts& parts, OutputNames names) {
  std::string text;
  for (const auto& target : parts.targets) {
    if (!text.empty()) text += ", ";
    text += target.value.text;
    if (target.value.form == Value::Form::whole_row && target.value.type != nullptr &&
        target.value.type->kind == 'c') {
      text += "::" + target.value.type->printed;
    }
    if (names == OutputNames::hidden || is_simple_column(target) || target.value.raw == "*")
      continue;
    text += " AS " + quoted_name(target.name);
  }
  return text;
}

}  // namespace

std::string Analyser::print(const QueryParts& parts, OutputNames names) {
  std::string text = parts.with;
  switch (parts.kind) {
    case QueryParts::Kind::select: {
      const std::string targets = print_targets(parts, names);
      text += "SELECT " + parts.distinct + targets + parts.tail;
      break;
    }
    case QueryParts::Kind::values:
      text += "VALUES ";
      for (std::size_t i = 0; i < parts.rows.size(); ++i) {
        text += (i > 0 ? ", (" : "(") + joined(parts.rows[i]) + ")";
      }
      break;
    case QueryParts::Kind::set_operation:
      text += "(" + print(*parts.left, names) + ") " + parts.operation + " (" +
              print(*parts.right, OutputNames::hidden) + ")";
      break;
  }
  return text + parts.order_and_limit;
}

}  // namespace pgplumb::sql::canon
