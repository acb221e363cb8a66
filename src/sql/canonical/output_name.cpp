#include "sql/canonical/analyser.hpp"

namespace pgplumb::sql::canon {
namespace {

struct Name {
  std::string text;
  int strength = 0;  // 2: the name is what it means, 1: better than nothing, 0: none
};

template <typename T>
const T* as(const Node* node) {
  return reinterpret_cast<const T*>(node);
}

Name name_of(const Node* node);

Name last_string(const List* list) {
  Name name;
  for (const Node* part : items<Node>(list)) {
    if (nodeTag(part) == T_String) name = {string_of(part), 2};
  }
  return name;
}

Name of_sublink(const SubLink* node) {
  if (node->subLinkType == EXISTS_SUBLINK) return {"exists", 2};
  if (node->subLinkType == ARRAY_SUBLINK) return {"array", 2};
  if (node->subLinkType != EXPR_SUBLINK) return {};
  const auto* select = PGPLUMB_NODE_AS(node->subselect, SelectStmt);
  while (select != nullptr && select->op != SETOP_NONE) select = select->larg;
  if (select == nullptr) return {};
  if (select->valuesLists != nullptr) return {"column1", 2};
  const auto targets = items<ResTarget>(select->targetList);
  if (targets.empty()) return {};
  if (targets[0]->name != nullptr) return {targets[0]->name, 2};
  return {output_name(targets[0]->val), 2};
}

const char* keyword_name(const SQLValueFunction* node) {
  switch (node->op) {
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

Name of_cast(const TypeCast* node) {
  const Name inner = name_of(node->arg);
  if (inner.strength > 1 || node->typeName == nullptr) return inner;
  return {last_string(node->typeName->names).text, 1};
}

Name name_of(const Node* node) {
  if (node == nullptr) return {};
  switch (nodeTag(node)) {
    case T_ColumnRef: return last_string(as<ColumnRef>(node)->fields);
    case T_A_Indirection: {
      const Name field = last_string(as<A_Indirection>(node)->indirection);
      return field.strength > 0 ? field : name_of(as<A_Indirection>(node)->arg);
    }
    case T_FuncCall: return last_string(as<FuncCall>(node)->funcname);
    case T_A_Expr: return as<A_Expr>(node)->kind == AEXPR_NULLIF ? Name{"nullif", 2} : Name{};
    case T_TypeCast: return of_cast(as<TypeCast>(node));
    case T_CollateClause: return name_of(as<CollateClause>(node)->arg);
    case T_GroupingFunc: return {"grouping", 2};
    case T_SubLink: return of_sublink(as<SubLink>(node));
    case T_CaseExpr: {
      const Name name = name_of(reinterpret_cast<const Node*>(as<CaseExpr>(node)->defresult));
      return name.strength > 1 ? name : Name{"case", 1};
    }
    case T_A_ArrayExpr: return {"array", 2};
    case T_RowExpr: return {"row", 2};
    case T_CoalesceExpr: return {"coalesce", 2};
    case T_MinMaxExpr: return {as<MinMaxExpr>(node)->op == IS_GREATEST ? "greatest" : "least", 2};
    case T_SQLValueFunction: return {keyword_name(as<SQLValueFunction>(node)), 2};
    case T_XmlSerialize: return {"xmlserialize", 2};
    default: return {};
  }
}

}  // namespace

std::string output_name(const Node* node) {
  const Name name = name_of(node);
  return name.strength > 0 ? name.text : "?column?";
}

}  // namespace pgplumb::sql::canon
