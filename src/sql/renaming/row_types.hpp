// Of which type the rows are that "(row).attribute" picks from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schema/catalog.hpp"
#include "sql/renaming/subject.hpp"
#include "sql/row_place.hpp"

namespace pgplumb::sql::renaming {

// The text is analysed when the first place is asked for.
class RowTypes {
 public:
  // None of them is copied.
  RowTypes(const std::string& text, const ExpressionContext& context, const Catalog& catalog,
           const SearchPath& path)
      : text_(text), context_(context), catalog_(catalog), path_(path) {}

  // Whether the row at that place is of the type or relation that `attribute` belongs to.
  [[nodiscard]] Answer holds(const RowPlace& place, const ObjectId& attribute) const;

 private:
  struct Known {
    RowPlace place;
    std::optional<ObjectId> type;
  };
  void analyse() const;

  const std::string& text_;
  const ExpressionContext& context_;
  const Catalog& catalog_;
  const SearchPath& path_;
  mutable std::optional<std::vector<Known>> known_;
};

}  // namespace pgplumb::sql::renaming
