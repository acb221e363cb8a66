// FROM: range entries, joins, and what they make visible.
#pragma once

#include <string>
#include <vector>

#include "sql/canonical/analyser.hpp"

namespace pgplumb::sql::canon {

class FromClause {
 public:
  FromClause(Analyser& analyser, Scope& scope) : a_(analyser), scope_(scope) {}

  // Chooses the aliases that are printed: before anything else of the query is analysed.
  void assign_names(const ::List* from);
  // Fills the scope; the printed list, without FROM.
  std::string run(const ::List* from);
  [[nodiscard]] std::uint64_t levels() const { return levels_; }

 private:
  struct Item {
    std::string text;
    Columns visible;  // what `*` gives, with printed text
    bool known = true;
  };

  void name_items(const ::Node* node);
  void name_item(const ::Node* node, const ::Alias* alias, const std::string& otherwise);
  Item item(const ::Node* node);
  Item range_var(const ::RangeVar* node);
  bool common_table(const ::RangeVar* node, RangeEntry& entry);
  Item sample(const ::RangeTableSample* node);
  Item subselect(const ::RangeSubselect* node);
  Item function(const ::RangeFunction* node);
  Item join(const ::JoinExpr* node);
  Columns merge(const ::JoinExpr* node, Item& left, Item& right,
                std::vector<std::string>& using_names);
  Item unsupported(const ::Node* node, const ::Alias* alias);
  Item finish(RangeEntry entry, std::string text, const ::Node* node, const ::Alias* alias,
              bool always_columns);
  [[nodiscard]] bool are_free(const Columns& columns, const Columns& own) const;
  bool forget_names(RangeEntry& entry, const Columns& own) const;
  std::string out_name(const ::FuncCall* function, const std::string& alias);
  Columns function_columns(const ::Node* call, const Value& value, const std::string& alias,
                           bool& known_columns, bool& scalar);
  [[nodiscard]] std::string printed_name(const ::Node* node) const;
  QualifiedName resolve(const ::RangeVar* node, bool& found);

  Analyser& a_;
  Scope& scope_;
  std::vector<const ::JoinExpr*> joins_around_;  // the item that is read at the moment
  std::uint64_t levels_ = 0;
};

}  // namespace pgplumb::sql::canon
