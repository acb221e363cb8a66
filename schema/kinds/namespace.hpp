// A schema in SQL's words: pg_namespace.
//
// Every database starts with the namespace public. Its first comment and owner and what it grants
// at first are no facts; having no comment is one ("").
#pragma once

#include <concepts>
#include <string_view>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct Namespace {
  static constexpr std::tuple<> fields{};
  static constexpr bool ownable = true;
};

[[nodiscard]] inline bool is_public_namespace(const ObjectId& id) {
  return id.kind == ObjectKind::namespace_ && id.name == "public";
}

inline constexpr std::string_view kPublicComment = "standard public schema";

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Namespace>
void visit_references(const ObjectId&, Self&, Visitor&) {}

}  // namespace pgplumb
