// Who owns an object. From text only where a statement says so; see catalog_pair.hpp.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct Owner {
  std::string role;

  static constexpr std::tuple fields{field<&Owner::role>("role")};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Owner>
void visit_references(const ObjectId&, Self& self, Visitor& visit) { visit.role(self.role); }

}  // namespace pgplumb
