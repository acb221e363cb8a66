// A materialized view: pg_class.relkind = 'm'.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/fields.hpp"
#include "schema/kinds/attribute.hpp"
#include "schema/references.hpp"

namespace pgplumb {

// What is set for one of its columns, as for a table's.
struct MaterializedViewColumn {
  Identifier name;
  Storage storage = Storage::type_default;
  Identifier compression;  // "pglz", "lz4"; empty = default
  std::optional<int> statistics_target;
  std::vector<std::string> options;  // n_distinct=…, sorted

  [[nodiscard]] bool says_nothing() const {
    return storage == Storage::type_default && compression.empty() && !statistics_target &&
           options.empty();
  }

  static constexpr std::tuple fields{
      field<&MaterializedViewColumn::name>("column"),
      field<&MaterializedViewColumn::storage>("storage"),
      field<&MaterializedViewColumn::compression>("compression"),
      field<&MaterializedViewColumn::statistics_target>("statistics_target"),
      field<&MaterializedViewColumn::options>("options")};
};

struct MaterializedView {
  Expression query;
  std::vector<Identifier> columns;   // output names, all of them; empty = not known from the text
  std::vector<std::string> options;  // "name=value", sorted (check_option, security_barrier …)
  Identifier access_method;          // empty = heap
  Identifier tablespace;
  std::vector<MaterializedViewColumn> settings;  // of columns that have any, by name
  bool populated = true;                         // WITH NO DATA leaves it false; not compared

  static constexpr std::tuple fields{field<&MaterializedView::query>("query"),
                                     field<&MaterializedView::options>("options"),
                                     field<&MaterializedView::access_method>("access_method"),
                                     field<&MaterializedView::tablespace>("tablespace"),
                                     field<&MaterializedView::settings>("column_settings")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, MaterializedView>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  if (!self.access_method.empty()) visit.access_method(self.access_method);
  visit.expression(self.query, {ExpressionRole::view_query, id.qualified_name(), {}});
  for (auto& column : self.settings) visit.attribute(id.qualified_name(), column.name);
}

}  // namespace pgplumb
