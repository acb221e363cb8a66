#include "parse/index_match.hpp"

#include "parse/index_definition.hpp"
#include "sql/fragment.hpp"
#include "sql/tree.hpp"
#include "sql/walkable.hpp"

namespace pgplumb::parse {
namespace {

// Whether the server finds something in an expression that it can compute beforehand.
class ConstantFinder {
 public:
  // Whether a column is used in it.
  bool visit(Node* node) {
    if (nodeTag(node) == T_ColumnRef) return true;
    const bool around = column_;
    column_ = false;
    if (sql::can_walk_statement(nodeTag(node))) raw_expression_tree_walker(node, visit_child, this);
    const bool inside = column_;
    found_ = found_ || (!inside && is_computed(nodeTag(node)));
    column_ = around;
    return inside;
  }
  [[nodiscard]] bool found() const { return found_; }

 private:
  static bool visit_child(Node* node, void* self) {
    auto* finder = static_cast<ConstantFinder*>(self);
    if (node != nullptr && finder->visit(node)) finder->column_ = true;
    return false;
  }

  static bool is_computed(NodeTag tag) {
    return tag == T_A_Expr || tag == T_BoolExpr || tag == T_FuncCall || tag == T_CaseExpr ||
           tag == T_CoalesceExpr || tag == T_MinMaxExpr || tag == T_NullTest ||
           tag == T_BooleanTest;
  }

  bool column_ = false;
  bool found_ = false;
};

bool has_constants(const Expression& expression) {
  if (expression.empty()) return false;
  const sql::Fragment fragment(expression.text, sql::FragmentKind::expression);
  if (fragment.node() == nullptr) return true;
  ConstantFinder finder;
  return !finder.visit(const_cast<Node*>(fragment.node())) || finder.found();
}

Verdict match(const Expression& one, const Expression& other) {
  const Verdict verdict = compare_any(one, other);
  if (verdict != Verdict::different) return verdict;
  return has_constants(one) || has_constants(other) ? Verdict::unknown : verdict;
}

Verdict certain(bool equal) { return equal ? Verdict::equal : Verdict::different; }

// Order and nulls of a column do not matter here, and operator class parameters neither.
Verdict match(const std::vector<IndexElement>& one, const std::vector<IndexElement>& other) {
  if (one.size() != other.size()) return Verdict::different;
  Verdict verdict = Verdict::equal;
  for (std::size_t i = 0; i < one.size(); ++i) {
    verdict = verdict & certain(one[i].attribute == other[i].attribute &&
                                one[i].collation == other[i].collation &&
                                one[i].operator_class == other[i].operator_class &&
                                one[i].exclusion_operator == other[i].exclusion_operator);
    verdict = verdict & match(one[i].expression, other[i].expression);
  }
  return verdict;
}

// Its index is part of no other one yet.
bool is_free(const Constraint& key) {
  return key.partition_of.empty() && key.index_partition_of.empty();
}

}  // namespace

Verdict match_index(const Index& parent, const Index& child) {
  return certain(child.partition_of.empty() && parent.unique == child.unique &&
                 parent.nulls_not_distinct == child.nulls_not_distinct &&
                 parent.access_method == child.access_method && parent.include == child.include) &
         match(parent.elements, child.elements) & match(parent.predicate, child.predicate);
}

Verdict match_index(const Index& parent, const Constraint& child) {
  return certain(is_free(child) && is_unique_key(child) && parent.unique &&
                 parent.nulls_not_distinct == child.nulls_not_distinct &&
                 parent.include == child.include) &
         match(parent.elements, elements_of(child)) & match(parent.predicate, child.predicate);
}

bool match_key(const Constraint& parent, const Constraint& child, Meeting meeting,
               int server_version) {
  constexpr int kSameType = 170000;
  const bool any_type =
      meeting == Meeting::key_is_made || (server_version != 0 && server_version < kSameType);
  const bool type =
      parent.type == child.type || (any_type && is_unique_key(parent) && is_unique_key(child));
  return is_free(child) && type && parent.columns == child.columns &&
         parent.include == child.include && parent.nulls_not_distinct == child.nulls_not_distinct &&
         parent.access_method == child.access_method &&
         match(parent.elements, child.elements) == Verdict::equal &&
         match(parent.predicate, child.predicate) == Verdict::equal;
}

}  // namespace pgplumb::parse
