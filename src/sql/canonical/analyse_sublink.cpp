#include "sql/canonical/analyser.hpp"
#include "sql/canonical/names.hpp"

namespace pgplumb::sql::canon {
namespace {

const SelectStmt* select_of(const SubLink* node) {
  return PGPLUMB_NODE_AS(node->subselect, SelectStmt);
}

std::string operator_of(const SubLink* node) {
  const auto names = items<Node>(node->operName);
  return names.empty() ? "=" : string_of(names[names.size() - 1]);
}

}  // namespace

Value Analyser::scalar_query(const QueryParts& parts) {
  Value result;
  result.levels = parts.levels;
  result.text = "(" + print(parts, OutputNames::hidden) + ")";
  if (!parts.columns.empty()) {
    result.type = parts.columns[0].type;
    result.modifiers = parts.columns[0].modifiers;
  }
  if (result.type == nullptr || parts.columns.size() != 1) open("type of a query");
  return result;
}

Value Analyser::sublink(const SubLink* node) {
  const SelectStmt* select = select_of(node);
  if (select == nullptr) return unsupported(reinterpret_cast<const Node*>(node));
  Value left;
  if (node->testexpr != nullptr) left = expression(node->testexpr);
  const QueryParts parts = query(select, true);
  Value result;
  result.type = known().boolean;
  result.levels = parts.levels | left.levels;
  switch (node->subLinkType) {
    case EXISTS_SUBLINK:
      result.text = "(EXISTS (" + print(parts, OutputNames::hidden) + "))";
      return result;
    case EXPR_SUBLINK: return scalar_query(parts);
    case ARRAY_SUBLINK: {
      const Value one = scalar_query(parts);
      result.text = "ARRAY" + one.text;
      result.type = one.type == nullptr ? nullptr : symbols_.types().array_of(one.type);
      return result;
    }
    case ANY_SUBLINK:
    case ALL_SUBLINK: break;
    default: return unsupported(reinterpret_cast<const Node*>(node));
  }
  const std::string name = operator_of(node);
  Values lefts = left.form == Value::Form::row ? left.items : Values{left};
  bool resolved = lefts.size() == parts.columns.size();
  std::string printed_name = name;
  for (std::size_t i = 0; resolved && i < lefts.size(); ++i) {
    const auto chosen =
        resolve_operator(symbols_, node->operName ? path_for(node->operName) : path_, name,
                         resolution_type(lefts[i]), parts.columns[i].type);
    resolved = chosen.has_value() && chosen->certain && resolution_type(lefts[i]) != nullptr;
    if (!resolved) break;
    lefts[i] = coerce(std::move(lefts[i]), chosen->left, {}, CastContext::implicit);
    printed_name = printed_operator(*chosen->op);
  }
  if (!resolved) open("operator " + name + " with a query");
  const std::string inside = " (" + print(parts, OutputNames::hidden) + "))";
  const std::string tested = lefts.size() == 1 ? lefts[0].text : "(" + joined(lefts) + ")";
  if (node->subLinkType == ANY_SUBLINK && printed_name == "=") {
    result.text = "(" + tested + " IN" + inside;
  } else {
    const bool any = node->subLinkType == ANY_SUBLINK;
    result.text = "(" + tested + " " + printed_name + (any ? " ANY" : " ALL") + inside;
  }
  return result;
}

}  // namespace pgplumb::sql::canon
