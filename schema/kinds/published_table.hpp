// A table in a publication: pg_publication_rel. A part of the table; the id's member is the
// publication's name.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct PublishedTable {
  std::vector<Identifier> columns;  // in the order of the table's columns; empty = all, always
  Expression row_filter;            // WHERE

  static constexpr std::tuple fields{field<&PublishedTable::columns>("columns"),
                                     field<&PublishedTable::row_filter>("row_filter")};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, PublishedTable>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  visit.publication(Identifier(id.member));
  for (auto& column : self.columns) visit.attribute(id.qualified_name(), column);
  // A row filter sees what a check sees, and is printed alike.
  if (!self.row_filter.empty()) {
    visit.expression(self.row_filter, {ExpressionRole::check, id.qualified_name(), {}});
  }
}

}  // namespace pgplumb
