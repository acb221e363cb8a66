// A type that is only announced: pg_type.typisdefined is false.
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct ShellType {
  static constexpr std::tuple<> fields{};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, ShellType>
void visit_references(const ObjectId&, Self&, Visitor&) {}

}  // namespace pgplumb
