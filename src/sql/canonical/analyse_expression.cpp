#include <charconv>
#include <cstdint>
#include <limits>

#include "sql/canonical/analyser.hpp"
#include "sql/canonical/names.hpp"
#include "sql/deparse.hpp"
#include "sql/lookup.hpp"

namespace pgplumb::sql::canon {
namespace {

constexpr int kMaxNodes = 700;  // nesting that still fits a small thread stack with sanitizers

template <typename T>
const T* as(const Node* node) {
  return reinterpret_cast<const T*>(node);
}

// A number that the grammar did not take for an int4.
const TypeInfo* type_of_number(const std::string& digits) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return known().numeric;
  const bool small = value >= std::numeric_limits<std::int32_t>::min() &&
                     value <= std::numeric_limits<std::int32_t>::max();
  return small ? known().int4 : known().int8;
}

}  // namespace

Value Analyser::expression(const Node* node) {
  if (node == nullptr) return {};
  if (depth_ >= kMaxNodes) {
    open("nesting");
    return unsupported(node);
  }
  ++depth_;
  Value value = dispatch(node);
  --depth_;
  return value;
}

Value Analyser::dispatch(const Node* node) {
  switch (nodeTag(node)) {
    case T_A_Const: return constant_node(as<A_Const>(node));
    case T_ColumnRef: {
      Value value = column_reference(as<ColumnRef>(node));
      refer_row_type(value);
      return value;
    }
    case T_TypeCast: return type_cast(as<TypeCast>(node));
    case T_A_Expr: return operator_expression(as<A_Expr>(node));
    case T_FuncCall: return call(as<FuncCall>(node));
    case T_BoolExpr: return boolean(as<BoolExpr>(node));
    case T_NullTest: return null_test(as<NullTest>(node));
    case T_BooleanTest: return boolean_test(as<BooleanTest>(node));
    case T_CollateClause: return collate(as<CollateClause>(node));
    case T_A_Indirection: return indirection(as<A_Indirection>(node));
    case T_CaseExpr: return case_expression(as<CaseExpr>(node));
    case T_CoalesceExpr: return of_common_type(as<CoalesceExpr>(node)->args, "COALESCE");
    case T_MinMaxExpr: {
      const auto* minmax = as<MinMaxExpr>(node);
      return of_common_type(minmax->args, minmax->op == IS_GREATEST ? "GREATEST" : "LEAST");
    }
    case T_A_ArrayExpr: return array(as<A_ArrayExpr>(node), nullptr);
    case T_RowExpr: return row(as<RowExpr>(node));
    case T_SQLValueFunction: return keyword(as<SQLValueFunction>(node));
    case T_SubLink: return sublink(as<SubLink>(node));
    case T_ParamRef: return parameter(as<ParamRef>(node));
    case T_GroupingFunc: {
      Value value;
      value.text = "GROUPING(" + joined(expressions(as<GroupingFunc>(node)->args)) + ")";
      value.type = known().int4;
      return value;
    }
    default: open("syntax"); return unsupported(node);
  }
}

Value Analyser::unsupported(const Node* node) {
  Value value;
  if (depth_ >= kMaxNodes) {
    leave_out("nesting");
    return value;
  }
  value.text = deparse_expression(node);
  open("syntax");
  return value;
}

// The server prints it with the routine's name where a query's columns might have the same.
Value Analyser::parameter(const Parameters::Parameter& found) {
  Value value;
  value.type = found.type;
  value.text = quoted_name(found.name);
  for (const Scope* scope = scope_; scope != nullptr; scope = scope->outer) {
    if (scope->entries.empty()) continue;
    value.text = quoted_name(parameters_->routine) + "." + quoted_name(found.name);
  }
  note_collation_of(found.type);
  if (found.type == nullptr) open("type of parameter " + found.name);
  return value;
}

std::optional<Value> Analyser::parameter_named(const std::vector<std::string>& names) {
  if (parameters_ == nullptr) return std::nullopt;
  const auto find = [&](const std::string& name) -> const Parameters::Parameter* {
    for (const Parameters::Parameter& one : parameters_->all) {
      if (!one.name.empty() && one.name == name) return &one;
    }
    return nullptr;
  };
  const bool of_routine = names.size() > 1 && names[0] == parameters_->routine;
  const auto* found = of_routine ? find(names[1]) : nullptr;
  std::size_t used = 2;
  if (found == nullptr) {
    found = find(names[0]);
    used = 1;
  }
  if (found == nullptr || names.size() > used + 1) return std::nullopt;
  Value value = parameter(*found);
  return names.size() == used ? value : field(value, names[used]);
}

Value Analyser::parameter(const ParamRef* node) {
  Value value;
  const auto number = static_cast<std::size_t>(node->number);
  if (parameters_ != nullptr && number > 0 && number <= parameters_->all.size()) {
    const Parameters::Parameter& found = parameters_->all[number - 1];
    if (!found.name.empty()) return parameter(found);
    value.type = found.type;
    value.text = "$" + std::to_string(number);
    note_collation_of(found.type);
    if (found.type == nullptr) open("type of parameter " + value.text);
    return value;
  }
  value.text = "$" + std::to_string(node->number);
  open("parameter");
  return value;
}

Value Analyser::constant_node(const A_Const* node) {
  Value value;
  if (node->isnull) {
    value.form = Value::Form::null;
    value.text = "NULL";
    return value;
  }
  const Node* constant = &node->val.node;
  switch (nodeTag(constant)) {
    case T_Integer: return make_constant(known().int4, std::to_string(node->val.ival.ival));
    case T_Float: {
      const std::string digits = node->val.fval.fval;
      return make_constant(type_of_number(digits), digits);
    }
    case T_Boolean:
      return make_constant(known().boolean, node->val.boolval.boolval ? "true" : "false");
    case T_BitString: return make_constant(known().bit, node->val.bsval.bsval);
    default: break;
  }
  value.form = Value::Form::literal;
  value.raw = text_of(node->val.sval.sval);
  value.text = quote_literal(value.raw);
  return value;
}

Value Analyser::type_cast(const TypeCast* node) {
  const TypeAndModifiers target = type_of(node->typeName);
  if (target.type == nullptr) {
    Value value = expression(node->arg);
    value.text = "(" + value.text + ")::" + target.printed;
    value.type = nullptr;
    value.form = Value::Form::other;
    return value;
  }
  const auto* constructor = PGPLUMB_NODE_AS(node->arg, A_ArrayExpr);
  const TypeInfo* base = base_type(target.type);
  Value value =
      constructor != nullptr && base->is_array ? array(constructor, base) : expression(node->arg);
  return coerce(std::move(value), target.type, target.modifiers, CastContext::explicit_);
}

Value Analyser::combine(std::string_view word, Values arguments) {
  Value result;
  result.type = known().boolean;
  Values flat;
  // (a AND b) AND c is a AND b AND c to PostgreSQL's parser; a AND (b AND c) stays what it is, and
  // is printed so.
  for (Value& argument : arguments) {
    const bool first = &argument == &arguments.front();
    if (first && argument.raw == word && !argument.items.empty()) {
      for (Value& item : argument.items) flat.push_back(std::move(item));
    } else {
      flat.push_back(std::move(argument));
    }
  }
  for (const Value& item : flat) {
    if (!result.text.empty()) result.text.append(" ").append(word).append(" ");
    result.text += item.text;
    result.levels |= item.levels;
  }
  result.text = "(" + result.text + ")";
  result.raw = word;
  result.items = std::move(flat);
  return result;
}

Value Analyser::negate(const Value& value) {
  Value result;
  result.type = known().boolean;
  result.levels = value.levels;
  result.text = "(NOT " + value.text + ")";
  return result;
}

Value Analyser::boolean(const BoolExpr* node) {
  Values arguments;
  for (const Node* argument : items<Node>(node->args)) arguments.push_back(condition(argument));
  if (node->boolop == NOT_EXPR) return negate(arguments[0]);
  return combine(node->boolop == AND_EXPR ? "AND" : "OR", std::move(arguments));
}

Value Analyser::null_test(const NullTest* node) {
  Value argument = coerce(expression(reinterpret_cast<const Node*>(node->arg)), known().any, {},
                          CastContext::implicit);
  Value result;
  result.type = known().boolean;
  result.levels = argument.levels;
  result.text =
      "(" + argument.text + (node->nulltesttype == IS_NULL ? " IS NULL)" : " IS NOT NULL)");
  return result;
}

Value Analyser::boolean_test(const BooleanTest* node) {
  Value argument = condition(reinterpret_cast<const Node*>(node->arg));
  const char* test = "";
  switch (node->booltesttype) {
    case IS_TRUE: test = " IS TRUE)"; break;
    case IS_NOT_TRUE: test = " IS NOT TRUE)"; break;
    case IS_FALSE: test = " IS FALSE)"; break;
    case IS_NOT_FALSE: test = " IS NOT FALSE)"; break;
    case IS_UNKNOWN: test = " IS UNKNOWN)"; break;
    case IS_NOT_UNKNOWN: test = " IS NOT UNKNOWN)"; break;
  }
  Value result;
  result.type = known().boolean;
  result.levels = argument.levels;
  result.text = "(" + argument.text + test;
  return result;
}

Value Analyser::collate(const CollateClause* node) {
  Value argument = expression(node->arg);
  const QualifiedName name =
      resolve_collation(strings_of(node->collname), symbols_.catalog(), path_);
  const ObjectId id = object_id(ObjectKind::collation, name);
  const bool own = symbols_.catalog().contains(id);
  if (own) refer(id);
  const bool built_in =
      name.space.text() == "pg_catalog" && (from_server_ || is_builtin_collation(name.name.text()));
  if (!own && !built_in) open("collation " + name.name.text());
  const std::string printed = quoted_name(name.space.text(), name.name.text());
  odd_collation_ = true;
  Value result = argument;
  result.form = Value::Form::collate;
  result.text = "(" + argument.text + " COLLATE " + printed + ")";
  result.raw = printed;
  result.items = {std::move(argument)};
  return result;
}

Value Analyser::indirection(const A_Indirection* node) {
  Value value = field_owner(node->arg);
  std::size_t step = 0;
  for (const Node* part : items<Node>(node->indirection)) {
    if (nodeTag(part) == T_String) note_row_field(node, step, value);
    ++step;
    if (const auto* indices = PGPLUMB_NODE_AS(part, A_Indices)) {
      value = subscript(value, indices);
    } else if (nodeTag(part) == T_String) {
      value = field(value, string_of(part));
    } else {
      open("row expansion");
      value.text = "(" + value.text + ").*";
      value.form = Value::Form::other;
      value.type = nullptr;
    }
  }
  return value;
}

void Analyser::note_row_field(const A_Indirection* node, std::size_t step, const Value& container) {
  const RowPlace place = row_place(*node, step);
  const TypeInfo* base = base_type(container.type);
  const auto [entry, depth] = entry_of(container);
  const std::string name = string_of(items<Node>(node->indirection)[step]);
  const Column* column = entry != nullptr ? find_column(*entry, name) : nullptr;
  if (column != nullptr && column->id) {
    // An alias may have given the name to another column.
    const bool own_name = column->id->member == name;
    row_fields_.push_back({place, own_name ? parent_of(*column->id) : std::nullopt});
    return;
  }
  if (place.location < 0 || container.fields != nullptr || base == nullptr) return;
  row_fields_.push_back({place, base->id});
}

Value Analyser::subscript(const Value& container, const A_Indices* node) {
  const TypeInfo* base = base_type(container.type);
  const TypeInfo* index = base == known().jsonb ? known().text : known().int4;
  Value result;
  result.levels = container.levels;
  const auto bound = [&](const Node* written) {
    if (written == nullptr) return std::string();
    Value value = expression(written);
    result.levels |= value.levels;
    if (value.type != nullptr || value.untyped()) {
      value = coerce(std::move(value), index, {}, CastContext::assignment);
    }
    return value.text;
  };
  std::string inside = bound(node->lidx);
  const std::string upper = bound(node->uidx);
  inside = node->is_slice ? inside + ":" + upper : upper;
  const bool simple = container.form == Value::Form::column;
  result.text = (simple ? container.text : "(" + container.text + ")") + "[" + inside + "]";
  if (base == nullptr || base == known().jsonb || node->is_slice) {
    result.type = base;
    result.modifiers = container.modifiers;
  } else {
    result.type = base->subscript;
    if (base->is_array) result.modifiers = container.modifiers;
  }
  if (result.type == nullptr) open("subscript");
  return result;
}

Value Analyser::field(const Value& container, const std::string& name) {
  // (t).name of an item of FROM is t.name.
  const auto [entry, depth] = entry_of(container);
  const Column* column_there = entry != nullptr ? find_column(*entry, name) : nullptr;
  if (column_there != nullptr) return column_of(*entry, *column_there, depth);
  if (entry != nullptr) refer_type(entry->row_type);
  Value result;
  result.levels = container.levels;
  result.text = "(" + container.text + ")." + quoted_name(name);
  const TypeInfo* base = base_type(container.type);
  if (container.fields != nullptr) {
    for (const Column& column : *container.fields) {
      if (column.name == name) result.type = column.type;
    }
    if (result.type == nullptr) open("field " + name);
    return result;
  }
  if (base == nullptr || !is_composite(base)) {
    open("field " + name);
    return result;
  }
  const RelationColumns* columns = symbols_.columns_of(base->name);
  if (columns != nullptr) {
    for (const Column& column : columns->columns) {
      if (column.name != name) continue;
      result.type = column.type;
      result.modifiers = column.modifiers;
      if (column.collation != std::string()) odd_collation_ = true;
      if (column.id) refer(*column.id);
      if (!column.id && base->id)
        refer(part_of(*base->id, ObjectKind::attribute, Identifier(name)));
    }
  }
  if (result.type == nullptr) open("field " + name);
  return result;
}

}  // namespace pgplumb::sql::canon
