#include "parse/temporary_query.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "parse/replay.hpp"
#include "sql/tree.hpp"
#include "sql/walkable.hpp"

namespace pgplumb::parse {
namespace {

class TableCollector {
 public:
  void visit(Node* node) {
    if (const auto* table = PGPLUMB_NODE_AS(node, RangeVar)) tables_.push_back(table);
    if (const auto* common = PGPLUMB_NODE_AS(node, CommonTableExpr)) {
      common_tables_.insert(sql::text_of(common->ctename));
    }
    if (sql::can_walk_statement(nodeTag(node))) raw_expression_tree_walker(node, visit_child, this);
  }

  [[nodiscard]] bool any_temporary(const Replay& replay) const {
    return std::ranges::any_of(tables_, [&](const ::RangeVar* table) {
      const bool common =
          table->schemaname == nullptr && common_tables_.contains(sql::text_of(table->relname));
      return !common && replay.is_temporary(*table);
    });
  }

 private:
  static bool visit_child(Node* node, void* collector) {
    if (node != nullptr) static_cast<TableCollector*>(collector)->visit(node);
    return false;
  }

  std::vector<const ::RangeVar*> tables_;
  std::set<std::string> common_tables_;
};

}  // namespace

bool reads_temporary(const ::Node* query, const Replay& replay) {
  TableCollector collector;
  collector.visit(const_cast<Node*>(query));
  return collector.any_temporary(replay);
}

}  // namespace pgplumb::parse
