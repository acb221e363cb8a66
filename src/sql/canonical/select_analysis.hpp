// One SELECT without set operations.
#pragma once

#include <string>
#include <vector>

#include "sql/canonical/analyser.hpp"
#include "sql/canonical/sort_keys.hpp"

namespace pgplumb::sql::canon {

class SelectAnalysis {
 public:
  SelectAnalysis(Analyser& analyser, Scope& scope) : a_(analyser), scope_(scope) {}

  void run(const ::SelectStmt* node, bool resolve_unknown, QueryParts& parts);

 private:
  void targets(const ::List* list, QueryParts& parts);
  bool row_star(const ::Node* node, QueryParts& parts);
  void star(const ::ColumnRef* node, QueryParts& parts);
  static void add(Outputs columns, QueryParts& parts);
  static void add_unknown_columns(std::string text, QueryParts& parts);
  void finish_columns(QueryParts& parts);
  Value clause_expression(const ::Node* node, QueryParts& parts, bool columns_first);
  std::string group_by(const ::SelectStmt* node, QueryParts& parts);
  void add_group_keys(const ::Node* node, QueryParts& parts, SortKeys& keys);
  std::string grouping_set(const ::GroupingSet& set, QueryParts& parts);
  SortKeys order_by(const ::List* list, QueryParts& parts);
  std::string distinct(const ::List* list, const SortKeys& order, QueryParts& parts);
  std::string windows(const ::List* list);

  Analyser& a_;
  Scope& scope_;
};

// LIMIT and OFFSET.
[[nodiscard]] std::string limits(Analyser& analyser, const ::SelectStmt* node);

}  // namespace pgplumb::sql::canon
