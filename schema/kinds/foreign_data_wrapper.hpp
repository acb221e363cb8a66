// A foreign-data wrapper: pg_foreign_data_wrapper.
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/foreign_option.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct ForeignDataWrapper {
  QualifiedName handler;    // empty: none
  QualifiedName validator;  // empty: none
  ForeignOptions options;

  static constexpr std::tuple fields{field<&ForeignDataWrapper::handler>("handler"),
                                     field<&ForeignDataWrapper::validator>("validator"),
                                     field<&ForeignDataWrapper::options>("options")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, ForeignDataWrapper>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  if (!self.handler.empty()) visit.routine(self.handler);
  if (!self.validator.empty()) visit.routine(self.validator);
}

}  // namespace pgplumb
