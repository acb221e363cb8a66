// The kinds as an enumeration, generated from the registry. Light: includes no kind.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "schema/registry.def.hpp"

namespace pgplumb {

enum class ObjectKind : std::uint8_t {
#define PGPLUMB_KIND(kind, Type, words, weight) kind,
  PGPLUMB_OBJECT_KINDS(PGPLUMB_KIND)
#undef PGPLUMB_KIND
};

struct ObjectKindFacts {
  std::string_view name;   // identifier: "materialized_view"; JSON and SARIF print it
  std::string_view words;  // for people: "materialized view"
  int weight;              // order of creation where no dependency says otherwise
};

inline constexpr std::array kObjectKinds = {
#define PGPLUMB_KIND(kind, Type, words, weight) ObjectKindFacts{#kind, words, weight},
    PGPLUMB_OBJECT_KINDS(PGPLUMB_KIND)
#undef PGPLUMB_KIND
};

[[nodiscard]] constexpr const ObjectKindFacts& facts_of(ObjectKind kind) {
  return kObjectKinds[static_cast<std::size_t>(kind)];
}
[[nodiscard]] constexpr std::string_view name_of(ObjectKind kind) { return facts_of(kind).name; }

}  // namespace pgplumb
