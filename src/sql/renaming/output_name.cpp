#include "sql/renaming/output_name.hpp"

#include "sql/tree.hpp"

namespace pgplumb::sql::renaming {
namespace {

OutputName name_of(const ::Node* node);

std::string last_string(const List* list) {
  std::string last;
  for (const Node* item : items<Node>(list)) {
    if (nodeTag(item) == T_String) last = string_of(item);
  }
  return last;
}

OutputName name_of_indirection(const A_Indirection& node) {
  std::string field = last_string(node.indirection);
  if (field.empty()) return name_of(node.arg);
  return {std::move(field), reinterpret_cast<const Node*>(&node), false};
}

OutputName name_of_cast(const TypeCast& node) {
  OutputName inner = name_of(node.arg);
  if (!inner.name.empty() && !inner.weak) return inner;
  return {last_string(node.typeName->names), reinterpret_cast<const Node*>(node.typeName), true};
}

OutputName name_of_case(const CaseExpr& node) {
  OutputName otherwise = name_of(reinterpret_cast<const Node*>(node.defresult));
  if (!otherwise.name.empty() && !otherwise.weak) return otherwise;
  return {"case", nullptr, true};
}

OutputName name_of_sublink(const SubLink& node) {
  if (node.subLinkType == EXISTS_SUBLINK) return {"exists", nullptr, false};
  if (node.subLinkType == ARRAY_SUBLINK) return {"array", nullptr, false};
  const auto* select = PGPLUMB_NODE_AS(node.subselect, SelectStmt);
  if (node.subLinkType != EXPR_SUBLINK || select == nullptr) return {};
  while (select->op != SETOP_NONE) select = select->larg;
  if (items<ResTarget>(select->targetList).empty()) return {};
  const ResTarget* target = items<ResTarget>(select->targetList)[0];
  return target->name ? OutputName{target->name, nullptr, false} : name_of(target->val);
}

OutputName fixed_name(NodeTag tag) {
  switch (tag) {
    case T_A_ArrayExpr: return {"array", nullptr, false};
    case T_RowExpr: return {"row", nullptr, false};
    case T_CoalesceExpr: return {"coalesce", nullptr, false};
    case T_GroupingFunc: return {"grouping", nullptr, false};
    default: return {};
  }
}

OutputName name_of(const ::Node* node) {
  if (node == nullptr) return {};
  if (const auto* column = PGPLUMB_NODE_AS(node, ColumnRef)) {
    return {last_string(column->fields), node, false};
  }
  if (const auto* call = PGPLUMB_NODE_AS(node, FuncCall)) {
    return {last_string(call->funcname), node, false};
  }
  if (const auto* access = PGPLUMB_NODE_AS(node, A_Indirection))
    return name_of_indirection(*access);
  if (const auto* cast = PGPLUMB_NODE_AS(node, TypeCast)) return name_of_cast(*cast);
  if (const auto* collate = PGPLUMB_NODE_AS(node, CollateClause)) return name_of(collate->arg);
  if (const auto* sublink = PGPLUMB_NODE_AS(node, SubLink)) return name_of_sublink(*sublink);
  if (const auto* choice = PGPLUMB_NODE_AS(node, CaseExpr)) return name_of_case(*choice);
  if (const auto* most = PGPLUMB_NODE_AS(node, MinMaxExpr)) {
    return {most->op == IS_GREATEST ? "greatest" : "least", nullptr, false};
  }
  const auto* operation = PGPLUMB_NODE_AS(node, A_Expr);
  if (operation != nullptr && operation->kind == AEXPR_NULLIF) return {"nullif", nullptr, false};
  return fixed_name(nodeTag(node));
}

}  // namespace

OutputName output_name(const ::Node* expression) {
  OutputName name = name_of(expression);
  if (name.name.empty()) name.name = "?column?";
  return name;
}

}  // namespace pgplumb::sql::renaming
