#include "parse/expression_name.hpp"

#include <optional>

#include "sql/fragment.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// A weak name (a type's, "case") gives way to a better one found further out.
struct Name {
  std::string text;
  bool weak = false;
};
using MaybeName = std::optional<Name>;

MaybeName name_of_node(const ::Node* node);

MaybeName last_string(const ::List* list) {
  MaybeName name;
  for (const ::Node* item : sql::items<::Node>(list)) {
    if (const auto* text = PGPLUMB_NODE_AS(item, String)) name = Name{sql::text_of(text->sval)};
  }
  return name;
}

MaybeName name_of_indirection(const ::A_Indirection& node) {
  const MaybeName field = last_string(node.indirection);
  return field ? field : name_of_node(node.arg);
}

MaybeName name_of_cast(const ::TypeCast& node) {
  MaybeName inner = name_of_node(node.arg);
  if (inner && !inner->weak) return inner;
  MaybeName type = last_string(node.typeName->names);
  if (!type) return inner;
  type->weak = true;
  return type;
}

MaybeName name_of_case(const ::CaseExpr& node) {
  MaybeName otherwise = name_of_node(reinterpret_cast<const ::Node*>(node.defresult));
  if (otherwise && !otherwise->weak) return otherwise;
  return Name{"case", true};
}

std::string name_of_value_function(SQLValueFunctionOp op) {
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
    default: return "current_schema";
  }
}

template <typename Node>
const Node& as(const ::Node* node) {
  return *reinterpret_cast<const Node*>(node);
}

MaybeName name_of_node(const ::Node* node) {
  if (node == nullptr) return std::nullopt;
  switch (nodeTag(node)) {
    case T_ColumnRef: return last_string(as<ColumnRef>(node).fields);
    case T_FuncCall: return last_string(as<FuncCall>(node).funcname);
    case T_A_Indirection: return name_of_indirection(as<A_Indirection>(node));
    case T_TypeCast: return name_of_cast(as<TypeCast>(node));
    case T_CollateClause: return name_of_node(as<CollateClause>(node).arg);
    case T_CaseExpr: return name_of_case(as<CaseExpr>(node));
    case T_A_ArrayExpr: return Name{"array"};
    case T_RowExpr: return Name{"row"};
    case T_CoalesceExpr: return Name{"coalesce"};
    case T_MinMaxExpr: return Name{as<MinMaxExpr>(node).op == IS_GREATEST ? "greatest" : "least"};
    case T_SQLValueFunction: return Name{name_of_value_function(as<SQLValueFunction>(node).op)};
    case T_XmlSerialize: return Name{"xmlserialize"};
    case T_A_Expr:
      if (as<A_Expr>(node).kind == AEXPR_NULLIF) return Name{"nullif"};
      return std::nullopt;
    default: return std::nullopt;
  }
}

}  // namespace

std::string expression_name(const ::Node* expression) {
  const MaybeName name = name_of_node(expression);
  return name ? name->text : "expr";
}

std::string expression_name(const std::string& expression) {
  const sql::Fragment fragment(expression, sql::FragmentKind::expression);
  return expression_name(fragment.node());
}

}  // namespace pgplumb::parse
