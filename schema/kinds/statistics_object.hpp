// Extended statistics on columns and expressions of a table: pg_statistic_ext.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct StatisticsObject {
  QualifiedName relation;  // table or materialized view
  // All three are off for statistics on a single expression.
  bool ndistinct = false;
  bool dependencies = false;
  bool mcv = false;
  std::vector<Identifier> columns;      // in the order of the table's columns
  std::vector<Expression> expressions;  // as written
  std::optional<int> target;            // ALTER STATISTICS … SET STATISTICS; nothing = default

  static constexpr std::tuple fields{field<&StatisticsObject::relation>("table"),
                                     field<&StatisticsObject::ndistinct>("ndistinct"),
                                     field<&StatisticsObject::dependencies>("dependencies"),
                                     field<&StatisticsObject::mcv>("mcv"),
                                     field<&StatisticsObject::columns>("columns"),
                                     field<&StatisticsObject::expressions>("expressions"),
                                     field<&StatisticsObject::target>("statistics_target")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, StatisticsObject>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  for (auto& column : self.columns) visit.attribute(self.relation, column);
  for (auto& expression : self.expressions) {
    visit.expression(expression, {ExpressionRole::statistics_element, self.relation, {}});
  }
  visit.relation(self.relation);
}

}  // namespace pgplumb
