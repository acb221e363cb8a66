// Expressions whose parts agree on one type, and constructors.
#include "sql/canonical/analyser.hpp"

#include "sql/canonical/names.hpp"

namespace pgplumb::sql::canon {

Values Analyser::expressions(const List* list) {
  Values values;
  for (const Node* node : items<Node>(list)) values.push_back(expression(node));
  return values;
}

// Coerces all to their common type; opens when there is none.
void Analyser::unify(Values& values) {
  const TypeInfo* type = common_type(types_of(values));
  if (type == nullptr) {
    open("common type");
    return;
  }
  for (Value& value : values) value = coerce(std::move(value), type, {}, CastContext::implicit);
}

namespace {

std::uint64_t levels_of(const Values& values) {
  std::uint64_t levels = 0;
  for (const Value& value : values) levels |= value.levels;
  return levels;
}

const TypeInfo* type_of_all(const Values& values) {
  return values.empty() ? nullptr : values[0].type;
}

// Modifiers that all of them have.
std::string modifiers_of_all(const Values& values) {
  for (const Value& value : values) {
    if (value.modifiers != values[0].modifiers) return {};
  }
  return values.empty() ? std::string() : values[0].modifiers;
}

}  // namespace

Value Analyser::of_common_type(const List* arguments, std::string_view name) {
  Values values = expressions(arguments);
  unify(values);
  Value result;
  result.text = std::string(name) + "(" + joined(values) + ")";
  result.type = type_of_all(values);
  result.modifiers = modifiers_of_all(values);
  result.levels = levels_of(values);
  return result;
}

Value Analyser::case_expression(const CaseExpr* node) {
  const auto* tested_node = reinterpret_cast<const Node*>(node->arg);
  Value tested;
  if (tested_node != nullptr) tested = expression(tested_node);
  if (tested.untyped()) tested = coerce(std::move(tested), known().text, {}, CastContext::implicit);
  Value result;
  std::vector<std::string> conditions;
  Values results;
  // The default counts first when the common type is sought.
  const auto* otherwise = reinterpret_cast<const Node*>(node->defresult);
  Value default_value;
  default_value.form = Value::Form::null;
  default_value.text = "NULL";
  if (otherwise != nullptr) default_value = expression(otherwise);
  results.push_back(std::move(default_value));
  result.levels = tested.levels;
  for (const CaseWhen* when : items<CaseWhen>(node->args)) {
    const auto* expr = reinterpret_cast<const Node*>(when->expr);
    Value condition_value;
    if (tested_node == nullptr) {
      condition_value = condition(expr);
    } else {
      condition_value = expression(expr);
      const auto chosen =
          resolve_operator(symbols_, path_, "=", tested.type, resolution_type(condition_value));
      if (chosen && chosen->certain) {
        condition_value =
            coerce(std::move(condition_value), chosen->right, {}, CastContext::implicit);
      } else {
        open("operator = of CASE");
      }
    }
    result.levels |= condition_value.levels;
    conditions.push_back(condition_value.text);
    results.push_back(expression(reinterpret_cast<const Node*>(when->result)));
  }
  unify(results);
  result.text = "CASE";
  if (tested_node != nullptr) result.text += " " + tested.text;
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    result.text += " WHEN " + conditions[i] + " THEN " + results[i + 1].text;
  }
  result.text += " ELSE " + results[0].text + " END";
  result.type = type_of_all(results);
  result.modifiers = modifiers_of_all(results);
  result.levels |= levels_of(results);
  return result;
}

Value Analyser::array_of(Values items, const TypeInfo* array_type) {
  Value result;
  result.form = Value::Form::array;
  result.type = array_type;
  result.levels = levels_of(items);
  result.text = "ARRAY[" + joined(items) + "]";
  if (items.empty() && array_type != nullptr) result.text += "::" + array_type->printed;
  result.items = std::move(items);
  return result;
}

// `array_type`: null, or what a cast around the constructor wants.
Value Analyser::array(const A_ArrayExpr* node, const TypeInfo* array_type) {
  Values values;
  for (const Node* element : items<Node>(node->elements)) {
    const auto* nested = PGPLUMB_NODE_AS(element, A_ArrayExpr);
    values.push_back(nested ? array(nested, array_type) : expression(element));
  }
  if (array_type != nullptr) {
    for (Value& value : values) {
      const TypeInfo* wanted =
          value.form == Value::Form::array ? array_type : array_type->subscript;
      value = coerce(std::move(value), wanted, {}, CastContext::explicit_);
    }
    return array_of(std::move(values), array_type);
  }
  if (values.empty()) {
    open("empty array");
    return array_of(std::move(values), nullptr);
  }
  const TypeInfo* common = common_type(types_of(values));
  if (common == nullptr) {
    open("common type");
    return array_of(std::move(values), nullptr);
  }
  for (Value& value : values) value = coerce(std::move(value), common, {}, CastContext::implicit);
  return array_of(std::move(values), symbols_.types().array_of(common));
}

Value Analyser::keyword(const SQLValueFunction* node) {
  struct Keyword {
    const char* word;
    const TypeInfo* type;
  };
  const KnownTypes& k = known();
  const Keyword keyword = [&]() -> Keyword {
    switch (node->op) {
      case SVFOP_CURRENT_DATE: return {"CURRENT_DATE", k.date};
      case SVFOP_CURRENT_TIME:
      case SVFOP_CURRENT_TIME_N: return {"CURRENT_TIME", k.timetz};
      case SVFOP_CURRENT_TIMESTAMP:
      case SVFOP_CURRENT_TIMESTAMP_N: return {"CURRENT_TIMESTAMP", k.timestamptz};
      case SVFOP_LOCALTIME:
      case SVFOP_LOCALTIME_N: return {"LOCALTIME", k.time};
      case SVFOP_LOCALTIMESTAMP:
      case SVFOP_LOCALTIMESTAMP_N: return {"LOCALTIMESTAMP", k.timestamp};
      case SVFOP_CURRENT_ROLE:
      case SVFOP_CURRENT_USER:
      case SVFOP_USER: return {"CURRENT_USER", k.name};
      case SVFOP_SESSION_USER: return {"SESSION_USER", k.name};
      case SVFOP_CURRENT_CATALOG: return {"CURRENT_CATALOG", k.name};
      case SVFOP_CURRENT_SCHEMA: return {"CURRENT_SCHEMA", k.name};
    }
    return {"", nullptr};
  }();
  Value result;
  result.text = keyword.word;
  result.type = keyword.type;
  if (node->typmod >= 0) {
    result.modifiers = std::to_string(node->typmod);
    result.text += "(" + result.modifiers + ")";
  }
  return result;
}

}  // namespace pgplumb::sql::canon
