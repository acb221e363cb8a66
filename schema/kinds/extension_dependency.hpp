// DEPENDS ON EXTENSION: an object that is dropped along with an extension, pg_depend's deptype 'x'.
// About a routine, trigger, index, key or materialized view, one for each extension.
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct ExtensionDependency {
  static constexpr std::tuple<> fields{};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, ExtensionDependency>
void visit_references(const ObjectId& id, Self&, Visitor& visit) {
  visit.extension(Identifier(id.grantee));
}

}  // namespace pgplumb
