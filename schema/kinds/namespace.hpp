// A schema in SQL's words: pg_namespace.
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct Namespace {
  static constexpr std::tuple<> fields{};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Namespace>
void visit_references(const ObjectId&, Self&, Visitor&) {}

}  // namespace pgplumb
