// How one role logs in to a foreign server: pg_user_mapping. A part of the server, named after the
// role; "public" is everybody, "" whoever runs the text.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/foreign_option.hpp"
#include "schema/references.hpp"

namespace pgplumb {

// A server shows them to superusers, to the role itself and to the server's owner.
struct MappingOptions {
  ForeignOptions known;
  bool readable = true;

  static constexpr std::tuple fields{field<&MappingOptions::known>("options")};
};
[[nodiscard]] inline Verdict compare_value(const MappingOptions& current,
                                           const MappingOptions& desired) {
  if (!current.readable || !desired.readable) return Verdict::unknown;
  return compare_any(current.known, desired.known);
}
[[nodiscard]] std::string describe(const MappingOptions& options);

struct UserMapping {
  MappingOptions options;

  static constexpr std::tuple fields{field<&UserMapping::options>("options")};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, UserMapping>
void visit_references(const ObjectId&, Self&, Visitor&) {}

}  // namespace pgplumb
