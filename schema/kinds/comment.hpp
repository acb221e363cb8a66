// COMMENT ON: pg_description.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct Comment {
  std::string text;  // never empty

  static constexpr std::tuple fields{field<&Comment::text>("text")};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Comment>
void visit_references(const ObjectId&, Self&, Visitor&) {}

}  // namespace pgplumb
