// Rows: their construction, and what comparing them field by field comes to.
#include <algorithm>

#include "sql/canonical/analyser.hpp"
#include "sql/canonical/names.hpp"

namespace pgplumb::sql::canon {
namespace {

// The comparisons whose meaning for rows is known by their names.
bool compares_rows(std::string_view op) {
  return op == "=" || op == "<>" || op == "<" || op == "<=" || op == ">" || op == ">=";
}

const Node* last_of(const List* list) {
  const auto all = items<Node>(list);
  return all.size() == 0 ? nullptr : all[all.size() - 1];
}

bool ends_with_star(const List* list) {
  const Node* last = last_of(list);
  return last != nullptr && nodeTag(last) == T_A_Star;
}

}  // namespace

bool is_row_constructor(const Node* node) { return PGPLUMB_NODE_AS(node, RowExpr) != nullptr; }

bool is_star(const Node* node) {
  const auto* column = PGPLUMB_NODE_AS(node, ColumnRef);
  return column != nullptr && ends_with_star(column->fields);
}

bool is_row_star(const Node* node) {
  const auto* indirection = PGPLUMB_NODE_AS(node, A_Indirection);
  return indirection != nullptr && ends_with_star(indirection->indirection);
}

// A row in a row says what type it has: else it would be read as its fields.
std::string row_text(const Values& values) {
  std::string text;
  for (const Value& value : values) {
    if (!text.empty()) text += ", ";
    if (value.form == Value::Form::null) {
      text += "NULL::unknown";  // nothing gives it a type
    } else if (value.form == Value::Form::whole_row && value.type != nullptr) {
      text += value.text + "::" + value.type->printed;
    } else {
      text += value.text;
    }
  }
  return "ROW(" + text + ")";
}

void Analyser::add_columns(const RangeEntry& entry, int depth, Outputs& outputs) {
  for (const Column& column : entry.all_columns()) {
    outputs.push_back({column_of(entry, column, depth), column.name});
  }
}

void Analyser::note_star(const ColumnRef* node, const Outputs& outputs) {
  StarExpansion expansion{node->location, {}};
  for (const Output& output : outputs) {
    if (!expansion.expansion.empty()) expansion.expansion += ", ";
    expansion.expansion += output.value.text;
    // An alias in the text hides the name that is printed.
    const bool column = output.value.form == Value::Form::column;
    if (column && output.value.raw != output.name) all_stars_expanded_ = false;
  }
  stars_.push_back(std::move(expansion));
}

std::optional<Outputs> Analyser::star(const ColumnRef* node) {
  const auto fields = items<Node>(node->fields);
  Outputs outputs;
  bool complete = true;
  if (fields.size() == 1) {
    for (const RangeEntry& entry : scope_->entries) {
      if (!entry.columns_visible) continue;
      complete = complete && entry.columns_known;
      add_columns(entry, scope_->depth, outputs);
    }
  } else {
    const std::string name = string_of(fields[fields.size() - 2]);
    const std::string space = fields.size() > 2 ? string_of(fields[fields.size() - 3]) : "";
    const auto [entry, depth] = find_entry(space, name);
    complete = entry != nullptr && entry->columns_known;
    if (entry != nullptr) add_columns(*entry, depth, outputs);
  }
  if (!complete) {
    open("*");
    all_stars_expanded_ = false;
    return std::nullopt;
  }
  note_star(node, outputs);
  return outputs;
}

std::optional<Outputs> Analyser::row_star(const Value& row) {
  const auto [entry, depth] = entry_of(row);
  if (entry != nullptr && entry->columns_known) {
    note_frozen_columns();
    Outputs outputs;
    add_columns(*entry, depth, outputs);
    return outputs;
  }
  const RelationColumns* found = nullptr;
  if (is_composite(row.type)) found = symbols_.columns_of(base_type(row.type)->name);
  const bool of_type = found != nullptr && found->known;
  if (!of_type && row.fields == nullptr) {
    open("(row).*");
    all_stars_expanded_ = false;
    return std::nullopt;
  }
  note_frozen_columns();
  const Columns columns = of_type ? found->columns : *row.fields;
  Outputs outputs;
  for (const Column& column : columns) outputs.push_back({field(row, column.name), column.name});
  return outputs;
}

// ROW(t.*) has a field for each column, as have (row).* and the rest of its items.
Values Analyser::row_items(const List* list) {
  Values values;
  for (const Node* node : items<Node>(list)) {
    std::optional<Outputs> several;
    if (is_star(node)) {
      several = star(reinterpret_cast<const ColumnRef*>(node));
    } else if (is_row_star(node)) {
      const auto* written = reinterpret_cast<const A_Indirection*>(node);
      const bool plain = items<Node>(written->indirection).size() == 1;
      if (plain) several = row_star(field_owner(written->arg));
    }
    if (!several) {
      values.push_back(expression(node));
      continue;
    }
    for (Output& one : *several) values.push_back(std::move(one.value));
  }
  return values;
}

Value Analyser::row(const RowExpr* node) {
  Value result;
  result.form = Value::Form::row;
  result.items = row_items(node->args);
  result.type = known().record;
  result.text = row_text(result.items);
  for (const Value& item : result.items) result.levels |= item.levels;
  return result;
}

Value Analyser::row_comparison(const OperatorName& name, Value left, Value right) {
  const std::string& op = name.name;
  const std::size_t size = left.items.size();
  // What the server prints so are rows that stand in rows: those it compares as values.
  const bool equality = op == "=" || op == "<>";
  if (from_server_ && equality) {
    return plain_operator(name, std::move(left), std::move(right), false);
  }
  if (size != right.items.size() || size == 0 || (size > 1 && !compares_rows(op))) {
    open("row comparison");
    return truth("(" + left.text + " " + op + " " + right.text + ")", left.levels | right.levels);
  }
  if (equality || size == 1) {
    Values parts;
    for (std::size_t i = 0; i < size; ++i) {
      parts.push_back(
          plain_operator(name, std::move(left.items[i]), std::move(right.items[i]), false));
    }
    if (parts.size() == 1) return std::move(parts[0]);
    return combine(op == "=" ? "AND" : "OR", std::move(parts));
  }
  for (std::size_t i = 0; i < size; ++i) {
    Value& a = left.items[i];
    Value& b = right.items[i];
    const auto chosen =
        resolve_operator(symbols_, path_for(name), op, resolution_type(a), resolution_type(b));
    if (!chosen || !chosen->certain) {
      open("operator " + op);
      continue;
    }
    a = coerce(std::move(a), chosen->left, {}, CastContext::implicit);
    b = coerce(std::move(b), chosen->right, {}, CastContext::implicit);
    if (chosen->op->id != nullptr) refer(*chosen->op->id);
  }
  return truth("(" + row_text(left.items) + " " + op + " " + row_text(right.items) + ")",
               left.levels | right.levels);
}

// Each field after the first is one more OR around what is there.
Value Analyser::distinct_rows(const OperatorName& name, Value left, Value right) {
  const std::size_t size = left.items.size();
  if (size != right.items.size()) open("row comparison");
  if (size == 0) return make_constant(known().boolean, "false");
  Value result;
  for (std::size_t i = 0; i < std::min(size, right.items.size()); ++i) {
    Value field = distinct_values(name, std::move(left.items[i]), std::move(right.items[i]));
    result = i == 0 ? std::move(field) : combine("OR", {std::move(result), std::move(field)});
  }
  return result;
}

}  // namespace pgplumb::sql::canon
