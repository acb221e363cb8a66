#include "sql/output_name.hpp"

#include <utility>

#include "sql/tree.hpp"

namespace pgplumb::sql {
namespace {

using MaybeName = std::optional<OutputName>;

template <typename T>
const T& as(const ::Node* node) {
  return *reinterpret_cast<const T*>(node);
}

MaybeName fixed(const char* name) { return OutputName{name, nullptr, false}; }

MaybeName last_string(const ::List* list, const ::Node* giver) {
  MaybeName name;
  for (const ::Node* item : items<::Node>(list)) {
    if (nodeTag(item) == T_String) name = OutputName{string_of(item), giver, false};
  }
  return name;
}

MaybeName of_indirection(const ::Node* node) {
  MaybeName field = last_string(as<A_Indirection>(node).indirection, node);
  return field ? field : implied_name(as<A_Indirection>(node).arg);
}

MaybeName of_cast(const TypeCast& node) {
  MaybeName inner = implied_name(node.arg);
  if ((inner && !inner->weak) || node.typeName == nullptr) return inner;
  MaybeName type =
      last_string(node.typeName->names, reinterpret_cast<const ::Node*>(node.typeName));
  if (!type) return inner;
  type->weak = true;
  return type;
}

MaybeName of_case(const CaseExpr& node) {
  MaybeName otherwise = implied_name(reinterpret_cast<const ::Node*>(node.defresult));
  if (otherwise && !otherwise->weak) return otherwise;
  return OutputName{"case", nullptr, true};
}

MaybeName of_subquery(const SelectStmt* select) {
  while (select != nullptr && select->op != SETOP_NONE) select = select->larg;
  if (select == nullptr) return std::nullopt;
  if (select->valuesLists != nullptr) return fixed("column1");
  const auto targets = items<ResTarget>(select->targetList);
  if (targets.empty()) return std::nullopt;
  if (targets[0]->name != nullptr) return fixed(targets[0]->name);
  OutputName name = output_name(targets[0]->val);
  name.weak = false;
  return name;
}

MaybeName of_sublink(const SubLink& node) {
  switch (node.subLinkType) {
    case EXISTS_SUBLINK: return fixed("exists");
    case ARRAY_SUBLINK: return fixed("array");
    case EXPR_SUBLINK: return of_subquery(PGPLUMB_NODE_AS(node.subselect, SelectStmt));
    default: return std::nullopt;
  }
}

const char* keyword(SQLValueFunctionOp op) {
  switch (op) {
    case SVFOP_CURRENT_DATE: return "current_date";
    case SVFOP_CURRENT_TIME:
    case SVFOP_CURRENT_TIME_N: return "current_time";
    case SVFOP_CURRENT_TIMESTAMP:
    case SVFOP_CURRENT_TIMESTAMP_N: return "current_timestamp";
    case SVFOP_LOCALTIME:
    case SVFOP_LOCALTIME_N: return "localtime";
    case SVFOP_LOCALTIMESTAMP:
    case SVFOP_LOCALTIMESTAMP_N: return "localtimestamp";
    case SVFOP_CURRENT_ROLE: return "current_role";
    case SVFOP_CURRENT_USER: return "current_user";
    case SVFOP_USER: return "user";
    case SVFOP_SESSION_USER: return "session_user";
    case SVFOP_CURRENT_CATALOG: return "current_catalog";
    case SVFOP_CURRENT_SCHEMA: return "current_schema";
  }
  return "";
}

MaybeName of_xml(XmlExprOp op) {
  switch (op) {
    case IS_XMLCONCAT: return fixed("xmlconcat");
    case IS_XMLELEMENT: return fixed("xmlelement");
    case IS_XMLFOREST: return fixed("xmlforest");
    case IS_XMLPARSE: return fixed("xmlparse");
    case IS_XMLPI: return fixed("xmlpi");
    case IS_XMLROOT: return fixed("xmlroot");
    default: return std::nullopt;
  }
}

MaybeName of_json(JsonExprOp op) {
  switch (op) {
    case JSON_EXISTS_OP: return fixed("json_exists");
    case JSON_QUERY_OP: return fixed("json_query");
    case JSON_VALUE_OP: return fixed("json_value");
    default: return std::nullopt;
  }
}

// What acts like a function of one name.
MaybeName of_keyword_function(::NodeTag tag) {
  switch (tag) {
    case T_GroupingFunc: return fixed("grouping");
    case T_A_ArrayExpr: return fixed("array");
    case T_RowExpr: return fixed("row");
    case T_CoalesceExpr: return fixed("coalesce");
    case T_XmlSerialize: return fixed("xmlserialize");
    case T_MergeSupportFunc: return fixed("merge_action");
    case T_JsonParseExpr: return fixed("json");
    case T_JsonScalarExpr: return fixed("json_scalar");
    case T_JsonSerializeExpr: return fixed("json_serialize");
    case T_JsonObjectConstructor: return fixed("json_object");
    case T_JsonArrayConstructor:
    case T_JsonArrayQueryConstructor: return fixed("json_array");
    case T_JsonObjectAgg: return fixed("json_objectagg");
    case T_JsonArrayAgg: return fixed("json_arrayagg");
    default: return std::nullopt;
  }
}

}  // namespace

MaybeName implied_name(const ::Node* node) {
  if (node == nullptr) return std::nullopt;
  switch (nodeTag(node)) {
    case T_ColumnRef: return last_string(as<ColumnRef>(node).fields, node);
    case T_FuncCall: return last_string(as<FuncCall>(node).funcname, node);
    case T_A_Indirection: return of_indirection(node);
    case T_TypeCast: return of_cast(as<TypeCast>(node));
    case T_CollateClause: return implied_name(as<CollateClause>(node).arg);
    case T_CaseExpr: return of_case(as<CaseExpr>(node));
    case T_SubLink: return of_sublink(as<SubLink>(node));
    case T_MinMaxExpr: return fixed(as<MinMaxExpr>(node).op == IS_GREATEST ? "greatest" : "least");
    case T_SQLValueFunction: return fixed(keyword(as<SQLValueFunction>(node).op));
    case T_XmlExpr: return of_xml(as<XmlExpr>(node).op);
    case T_JsonFuncExpr: return of_json(as<JsonFuncExpr>(node).op);
    case T_A_Expr: return as<A_Expr>(node).kind == AEXPR_NULLIF ? fixed("nullif") : std::nullopt;
    default: return of_keyword_function(nodeTag(node));
  }
}

OutputName output_name(const ::Node* expression) {
  MaybeName name = implied_name(expression);
  return name ? std::move(*name) : OutputName{kNoName, nullptr, false};
}

}  // namespace pgplumb::sql
