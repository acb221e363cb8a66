// A way of storing tables or indexes: pg_am, without those that PostgreSQL and extensions bring.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/enum.hpp"
#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

PGPLUMB_ENUM(AccessMethodType, table, index)

struct AccessMethod {
  AccessMethodType type = AccessMethodType::table;
  QualifiedName handler;

  static constexpr std::tuple fields{field<&AccessMethod::type>("type"),
                                     field<&AccessMethod::handler>("handler")};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, AccessMethod>
void visit_references(const ObjectId&, Self& self, Visitor& visit) { visit.routine(self.handler); }

}  // namespace pgplumb
