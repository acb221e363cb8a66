// SECURITY LABEL: pg_seclabel. About an object, one for each provider.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct SecurityLabel {
  std::string label;

  static constexpr std::tuple fields{field<&SecurityLabel::label>("label")};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, SecurityLabel>
void visit_references(const ObjectId&, Self&, Visitor&) {}

}  // namespace pgplumb
