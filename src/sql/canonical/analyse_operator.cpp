#include "sql/canonical/analyser.hpp"
#include "sql/canonical/names.hpp"

namespace pgplumb::sql::canon {
namespace {

std::string written_operator(const OperatorName& name) {
  if (name.space.empty() || name.space == "pg_catalog") return name.name;
  return "OPERATOR(" + quoted_name(name.space) + "." + name.name + ")";
}

// A_Expr of BETWEEN and the like hold the bounds in a list.
const Node* nth(const Node* list, std::size_t index) {
  return items<Node>(reinterpret_cast<const List*>(list))[index];
}

}  // namespace

Value truth(std::string text, std::uint64_t levels) {
  Value value;
  value.type = known().boolean;
  value.text = std::move(text);
  value.levels = levels;
  return value;
}

OperatorName operator_name(const List* names) {
  OperatorName result;
  const auto parts = items<Node>(names);
  if (!parts.empty()) result.name = string_of(parts[parts.size() - 1]);
  if (parts.size() > 1) result.space = string_of(parts[parts.size() - 2]);
  return result;
}

Path Analyser::path_for(const OperatorName& name) const {
  return name.space.empty() ? path_ : Path{name.space};
}

std::string Analyser::printed_operator(const Operator& op) {
  if (op.id != nullptr) refer(*op.id);
  if (op.space == "pg_catalog") return std::string(op.name);
  return "OPERATOR(" + quoted_name(op.space) + "." + std::string(op.name) + ")";
}

Value Analyser::plain_operator(const OperatorName& name, Value left, Value right, bool prefix) {
  const std::string& op = name.name;
  const auto chosen =
      resolve_operator(symbols_, path_for(name), op, prefix ? nullptr : resolution_type(left),
                       resolution_type(right));
  Value result;
  result.levels = left.levels | right.levels;
  const bool unknown_operand =
      (!prefix && resolution_type(left) == nullptr) || resolution_type(right) == nullptr;
  if (!chosen || unknown_operand) {
    open("operator " + op);
    result.text =
        (prefix ? "(" : "(" + left.text + " ") + written_operator(name) + " " + right.text + ")";
    return result;
  }
  if (!chosen->certain) open("operator " + op);
  right = coerce(std::move(right), chosen->right, {}, CastContext::implicit);
  if (!prefix) left = coerce(std::move(left), chosen->left, {}, CastContext::implicit);
  result.type = chosen->result;
  const std::string printed = printed_operator(*chosen->op);
  result.text = prefix ? "(" + printed + " " + right.text + ")"
                       : "(" + left.text + " " + printed + " " + right.text + ")";
  return result;
}

Value Analyser::array_operator(const OperatorName& name, Value left, Value right, bool any) {
  const std::string& op = name.name;
  const auto chosen = resolve_array_operator(symbols_, path_for(name), op, resolution_type(left),
                                             resolution_type(right));
  const std::uint64_t levels = left.levels | right.levels;
  const std::string quantifier = any ? " ANY (" : " ALL (";
  if (!chosen) {
    open("operator " + op);
    return truth("(" + left.text + " " + written_operator(name) + quantifier + right.text + "))",
                 levels);
  }
  if (!chosen->certain) open("operator " + op);
  left = coerce(std::move(left), chosen->left, {}, CastContext::implicit);
  right = coerce(std::move(right), chosen->right, {}, CastContext::implicit);
  return truth(
      "(" + left.text + " " + printed_operator(*chosen->op) + quantifier + right.text + "))",
      levels);
}

// x IN (a, b): one ANY over an array of what holds no column, the rest one by one.
Value Analyser::in_list(const A_Expr* node) {
  const OperatorName name = operator_name(node->name);
  const bool any = name.name == "=";
  Value left = expression(node->lexpr);
  Values fixed;
  Values variable;
  const std::uint64_t here =
      scope_ == nullptr ? 0 : std::uint64_t{1} << static_cast<unsigned>(scope_->depth % 64);
  Values all = expressions(reinterpret_cast<const List*>(node->rexpr));
  for (const Value& value : all) ((value.levels & here) != 0 ? variable : fixed).push_back(value);
  Values parts;
  if (fixed.size() > 1) {
    Values together = fixed;
    together.insert(together.begin(), left);
    const TypeInfo* type = common_type(types_of(together));
    const TypeInfo* array_type =
        type == nullptr || type == known().record ? nullptr : symbols_.types().array_of(type);
    if (array_type != nullptr) {
      for (Value& value : fixed) value = coerce(std::move(value), type, {}, CastContext::implicit);
      parts.push_back(array_operator(name, left, array_of(std::move(fixed), array_type), any));
      all = std::move(variable);
    } else if (resolution_type(left) == nullptr) {
      open("type of IN's left side");
    }
  }
  for (Value& value : all) {
    const bool rows = left.form == Value::Form::row && value.form == Value::Form::row;
    parts.push_back(rows ? row_comparison(name, left, std::move(value))
                         : plain_operator(name, left, std::move(value), false));
  }
  if (parts.size() == 1) return std::move(parts[0]);
  return combine(any ? "OR" : "AND", std::move(parts));
}

Value Analyser::between(const A_Expr* node) {
  const OperatorName less_equal{{}, "<="};
  const OperatorName greater_equal{{}, ">="};
  const OperatorName less{{}, "<"};
  const OperatorName greater{{}, ">"};
  const bool negated = node->kind == AEXPR_NOT_BETWEEN || node->kind == AEXPR_NOT_BETWEEN_SYM;
  const bool symmetric = node->kind == AEXPR_BETWEEN_SYM || node->kind == AEXPR_NOT_BETWEEN_SYM;
  const Value tested = expression(node->lexpr);
  const Value low = expression(nth(node->rexpr, 0));
  const Value high = expression(nth(node->rexpr, 1));
  const bool rows = is_row_constructor(node->lexpr);
  const auto compared = [&](const OperatorName& name, std::size_t bound) {
    const Value& other = bound == 0 ? low : high;
    return rows && is_row_constructor(nth(node->rexpr, bound))
               ? row_comparison(name, tested, other)
               : plain_operator(name, tested, other, false);
  };
  const auto within = [&](std::size_t from, std::size_t to) {
    Values parts;
    parts.push_back(compared(negated ? less : greater_equal, from));
    parts.push_back(compared(negated ? greater : less_equal, to));
    return combine(negated ? "OR" : "AND", std::move(parts));
  };
  if (!symmetric) return within(0, 1);
  Values both;
  both.push_back(within(0, 1));
  both.push_back(within(1, 0));
  return combine(negated ? "AND" : "OR", std::move(both));
}

Value Analyser::distinct_values(const OperatorName& name, Value left, Value right) {
  const std::uint64_t levels = left.levels | right.levels;
  const auto chosen = resolve_operator(symbols_, path_for(name), "=", resolution_type(left),
                                       resolution_type(right));
  if (chosen && chosen->certain) {
    left = coerce(std::move(left), chosen->left, {}, CastContext::implicit);
    right = coerce(std::move(right), chosen->right, {}, CastContext::implicit);
  } else {
    open("operator = of IS DISTINCT FROM");
  }
  return truth("(" + left.text + " IS DISTINCT FROM " + right.text + ")", levels);
}

Value Analyser::distinct(const A_Expr* node) {
  Value left = expression(node->lexpr);
  Value right = expression(node->rexpr);
  const bool negated = node->kind == AEXPR_NOT_DISTINCT;
  // A bare NULL on one side is a null test of the value as a whole. IS NULL says the same of all
  // but rows, whose fields it asks for.
  const bool left_null = left.form == Value::Form::null;
  if (left_null || right.form == Value::Form::null) {
    const Value& tested = left_null ? right : left;
    const bool row = tested.type == known().record || is_composite(tested.type);
    const std::string test =
        row ? (negated ? " IS NOT DISTINCT FROM NULL)" : " IS DISTINCT FROM NULL)")
            : (negated ? " IS NULL)" : " IS NOT NULL)");
    return truth("(" + tested.text + test, tested.levels);
  }
  const OperatorName name = operator_name(node->name);
  const bool rows = left.form == Value::Form::row && right.form == Value::Form::row;
  Value result = rows && !from_server_ ? distinct_rows(name, std::move(left), std::move(right))
                                       : distinct_values(name, std::move(left), std::move(right));
  return negated ? negate(result) : result;
}

Value Analyser::nullif(const A_Expr* node) {
  Value left = expression(node->lexpr);
  Value right = expression(node->rexpr);
  const auto chosen = resolve_operator(symbols_, path_for(node->name), "=", resolution_type(left),
                                       resolution_type(right));
  if (chosen && chosen->certain) {
    left = coerce(std::move(left), chosen->left, {}, CastContext::implicit);
    right = coerce(std::move(right), chosen->right, {}, CastContext::implicit);
  } else {
    open("operator = of NULLIF");
  }
  Value result;
  result.text = "NULLIF(" + left.text + ", " + right.text + ")";
  result.type = left.type;
  result.levels = left.levels | right.levels;
  return result;
}

Value Analyser::operator_expression(const A_Expr* node) {
  switch (node->kind) {
    case AEXPR_IN: return in_list(node);
    case AEXPR_DISTINCT:
    case AEXPR_NOT_DISTINCT: return distinct(node);
    case AEXPR_NULLIF: return nullif(node);
    case AEXPR_BETWEEN:
    case AEXPR_NOT_BETWEEN:
    case AEXPR_BETWEEN_SYM:
    case AEXPR_NOT_BETWEEN_SYM: return between(node);
    default: break;
  }
  Value left = node->lexpr == nullptr ? Value{} : expression(node->lexpr);
  Value right = expression(node->rexpr);
  const OperatorName name = operator_name(node->name);
  if (node->kind == AEXPR_OP_ANY || node->kind == AEXPR_OP_ALL) {
    return array_operator(name, std::move(left), std::move(right), node->kind == AEXPR_OP_ANY);
  }
  // OP, LIKE, ILIKE and SIMILAR carry the operator's name.
  if (is_row_constructor(node->lexpr) && is_row_constructor(node->rexpr)) {
    return row_comparison(name, std::move(left), std::move(right));
  }
  return plain_operator(name, std::move(left), std::move(right), node->lexpr == nullptr);
}

}  // namespace pgplumb::sql::canon
