// An enumerated type: pg_type.typtype = 'e' with its pg_enum rows.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct EnumType {
  std::vector<std::string> labels;  // in enumsortorder

  static constexpr std::tuple fields{field<&EnumType::labels>("labels")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, EnumType>
void visit_references(const ObjectId&, Self&, Visitor&) {}

}  // namespace pgplumb
