#include "sql/parentheses.hpp"

#include <string_view>

extern "C" {
#include "nodes/nodeFuncs.h"
}

namespace pgplumb::sql {
namespace {

bool is_comparison(const A_Expr& node) {
  if (node.kind != AEXPR_OP) return node.kind != AEXPR_NULLIF;
  if (list_length(node.name) != 1) return true;
  const std::string_view name = strVal(linitial(node.name));
  return name == "=" || name == "<>" || name == "<" || name == ">" || name == "<=" || name == ">=";
}

bool is_distinct(const Node* node) {
  const auto* expression = PGPLUMB_NODE_AS(node, A_Expr);
  return expression != nullptr &&
         (expression->kind == AEXPR_DISTINCT || expression->kind == AEXPR_NOT_DISTINCT);
}

// NOT, AND, OR, IS …: what binds less than any operator.
bool is_loose(const Node* node) {
  switch (nodeTag(node)) {
    case T_BoolExpr:
    case T_NullTest:
    case T_BooleanTest: return true;
    default: return is_distinct(node);
  }
}

bool is_condition(const Node* node) {
  if (is_loose(node)) return true;
  if (nodeTag(node) == T_A_Expr) return is_comparison(*reinterpret_cast<const A_Expr*>(node));
  const auto* sublink = PGPLUMB_NODE_AS(node, SubLink);
  return sublink != nullptr && sublink->testexpr != nullptr;
}

// What may stand before [1] and .field as it is; the deparser sees to the others.
bool takes_subscript(const Node* node) {
  switch (nodeTag(node)) {
    case T_A_ArrayExpr:
    case T_BoolExpr:
    case T_CaseExpr:
    case T_CoalesceExpr:
    case T_CollateClause:
    case T_MinMaxExpr: return false;
    default: return true;
  }
}

class Finder {
 public:
  explicit Finder(std::vector<Parenthesized>& found) : found_(found) {}

  static bool visit(Node* node, void* self) {
    if (node == nullptr) return false;
    static_cast<Finder*>(self)->look_at(node);
    return raw_expression_tree_walker(node, visit, self);
  }

 private:
  void look_at(Node* node) {
    switch (nodeTag(node)) {
      case T_TypeCast: return add(reinterpret_cast<TypeCast*>(node)->arg, is_not_cast_well);
      case T_CollateClause: return add(reinterpret_cast<CollateClause*>(node)->arg, is_loose);
      case T_NullTest: return add(as_node(reinterpret_cast<NullTest*>(node)->arg), is_loose);
      case T_BooleanTest: return add(as_node(reinterpret_cast<BooleanTest*>(node)->arg), is_loose);
      case T_SubLink: return add(reinterpret_cast<SubLink*>(node)->testexpr, is_condition);
      case T_A_Expr: return operation(*reinterpret_cast<A_Expr*>(node));
      case T_FuncCall: return call(*reinterpret_cast<FuncCall*>(node));
      case T_A_Indirection:
        return add(reinterpret_cast<A_Indirection*>(node)->arg,
                   [](const Node* arg) { return !takes_subscript(arg); });
      default: return;
    }
  }

  // Casts of operators are printed as CAST(…).
  static bool is_not_cast_well(const Node* node) {
    return nodeTag(node) != T_A_Expr && is_condition(node);
  }

  static Node*& as_node(Expr*& expression) { return reinterpret_cast<Node*&>(expression); }

  template <typename Test>
  void add(Node*& place, Test test) {
    if (place != nullptr && nodeTag(place) != T_List && test(place)) {
      found_.push_back({&place, place});
    }
  }

  void operation(A_Expr& node) {
    if (node.kind == AEXPR_NULLIF) return;
    const bool plain = node.kind == AEXPR_OP || node.kind == AEXPR_DISTINCT;
    const auto needs = [plain](const Node* operand) {
      return plain ? nodeTag(operand) == T_SubLink && is_condition(operand) : is_condition(operand);
    };
    add(node.lexpr, needs);
    const bool in_parentheses = node.kind == AEXPR_OP_ANY || node.kind == AEXPR_OP_ALL;
    if (!in_parentheses) add(node.rexpr, needs);
    const bool between = node.kind == AEXPR_BETWEEN || node.kind == AEXPR_NOT_BETWEEN ||
                         node.kind == AEXPR_BETWEEN_SYM || node.kind == AEXPR_NOT_BETWEEN_SYM;
    if (between) bounds(reinterpret_cast<List*>(node.rexpr));
  }

  void bounds(List* list) {
    ListCell* cell = nullptr;
    foreach (cell, list) add(reinterpret_cast<Node*&>(lfirst(cell)), is_condition);
  }

  // x AT TIME ZONE y, x IS NORMALIZED.
  void call(FuncCall& node) {
    if (node.funcformat != COERCE_SQL_SYNTAX || list_length(node.funcname) != 2) return;
    const std::string_view name = strVal(lsecond(node.funcname));
    if (name != "timezone" && name != "is_normalized") return;
    ListCell* cell = nullptr;
    foreach (cell, node.args) {
      add(reinterpret_cast<Node*&>(lfirst(cell)),
          [](const Node* arg) { return nodeTag(arg) == T_A_Expr || is_condition(arg); });
    }
  }

  std::vector<Parenthesized>& found_;
};

bool visit_locked(Node* node, void* found) {
  if (node == nullptr) return false;
  const auto* clause = PGPLUMB_NODE_AS(node, LockingClause);
  if (clause != nullptr && clause->lockedRels != nullptr && clause->waitPolicy != LockWaitBlock) {
    static_cast<std::vector<RangeVar*>*>(found)->push_back(
        static_cast<RangeVar*>(llast(clause->lockedRels)));
  }
  return raw_expression_tree_walker(node, visit_locked, found);
}

}  // namespace

void find_locked(Node* root, std::vector<RangeVar*>& found) { visit_locked(root, &found); }

void find_parenthesized(Node* root, std::vector<Parenthesized>& found) {
  Finder finder(found);
  Finder::visit(root, &finder);
}

}  // namespace pgplumb::sql
