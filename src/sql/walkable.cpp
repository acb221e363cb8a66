#include "sql/walkable.hpp"

namespace pgplumb::sql {

bool can_walk(NodeTag tag) {
  switch (tag) {
    case T_A_ArrayExpr:
    case T_A_Const:
    case T_A_Expr:
    case T_A_Indices:
    case T_A_Indirection:
    case T_A_Star:
    case T_BitString:
    case T_BoolExpr:
    case T_Boolean:
    case T_BooleanTest:
    case T_CaseExpr:
    case T_CoalesceExpr:
    case T_CollateClause:
    case T_ColumnDef:
    case T_Float:
    case T_FuncCall:
    case T_GroupingFunc:
    case T_GroupingSet:
    case T_Integer:
    case T_JsonAggConstructor:
    case T_JsonArgument:
    case T_JsonArrayAgg:
    case T_JsonArrayConstructor:
    case T_JsonArrayQueryConstructor:
    case T_JsonBehavior:
    case T_JsonFormat:
    case T_JsonFuncExpr:
    case T_JsonIsPredicate:
    case T_JsonKeyValue:
    case T_JsonObjectAgg:
    case T_JsonObjectConstructor:
    case T_JsonOutput:
    case T_JsonParseExpr:
    case T_JsonReturning:
    case T_JsonScalarExpr:
    case T_JsonSerializeExpr:
    case T_JsonTable:
    case T_JsonTableColumn:
    case T_JsonTablePathSpec:
    case T_JsonValueExpr:
    case T_List:
    case T_MinMaxExpr:
    case T_MultiAssignRef:
    case T_NamedArgExpr:
    case T_NullTest:
    case T_ParamRef:
    case T_RangeTableFunc:
    case T_RangeTableFuncCol:
    case T_ResTarget:
    case T_RowExpr:
    case T_SQLValueFunction:
    case T_SetToDefault:
    case T_SortBy:
    case T_String:
    case T_SubLink:
    case T_TypeCast:
    case T_TypeName:
    case T_WindowDef:
    case T_XmlExpr:
    case T_XmlSerialize: return true;
    default: return false;
  }
}

bool can_walk_statement(NodeTag tag) {
  switch (tag) {
    case T_SelectStmt:
    case T_InsertStmt:
    case T_UpdateStmt:
    case T_DeleteStmt:
    case T_CommonTableExpr:
    case T_WithClause:
    case T_JoinExpr:
    case T_RangeSubselect:
    case T_RangeFunction:
    case T_RangeTableSample:
    case T_LockingClause:
    case T_OnConflictClause:
    case T_InferClause:
    case T_IndexElem:
#if PG_VERSION_NUM >= 180000
    case T_ReturningClause:
#endif
      return true;
    default: return can_walk(tag);
  }
}

}  // namespace pgplumb::sql
