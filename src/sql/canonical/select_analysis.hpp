// One SELECT without set operations.
#pragma once

#include <string>
#include <vector>

#include "sql/canonical/analyser.hpp"

namespace pgplumb::sql::canon {

class SelectAnalysis {
 public:
  SelectAnalysis(Analyser& analyser, Scope& scope) : a_(analyser), scope_(scope) {}

  void run(const ::SelectStmt* node, bool resolve_unknown, QueryParts& parts);

 private:
  void targets(const ::List* list, QueryParts& parts);
  bool row_star(const ::Node* node, QueryParts& parts);
  void star(const ::ColumnRef* node, QueryParts& parts);
  void add_entry_columns(const RangeEntry& entry, int depth, QueryParts& parts);
  void finish_columns(QueryParts& parts);
  Value clause_expression(const ::Node* node, QueryParts& parts, bool columns_first);
  std::string group_by(const ::SelectStmt* node, QueryParts& parts);
  std::string group_item(const ::Node* node, QueryParts& parts);
  std::string order_by(const ::List* list, QueryParts& parts);
  std::string distinct(const ::List* list, QueryParts& parts);
  std::string windows(const ::List* list);

  Analyser& a_;
  Scope& scope_;
};

// LIMIT and OFFSET.
[[nodiscard]] std::string limits(Analyser& analyser, const ::SelectStmt* node);

}  // namespace pgplumb::sql::canon
