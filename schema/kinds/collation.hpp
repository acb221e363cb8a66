// A collation: pg_collation. Its version is the operating system's business and not compared.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/enum.hpp"
#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

PGPLUMB_ENUM(CollationProvider, libc, icu, builtin, unknown)

// The name of a locale, or that of a collation of the server's own that the locale was copied
// from: what that one is made of, the text does not tell.
struct LocaleName {
  std::string name;
  QualifiedName copied_from;

  bool operator==(const LocaleName&) const = default;
};

[[nodiscard]] Verdict compare_value(const LocaleName& current, const LocaleName& desired);
[[nodiscard]] Verdict compare_value(const CollationProvider& current,
                                    const CollationProvider& desired);
[[nodiscard]] std::string describe(const LocaleName& value);

struct Collation {
  CollationProvider provider = CollationProvider::libc;
  LocaleName collate;  // libc
  LocaleName ctype;    // libc
  LocaleName locale;   // icu, builtin
  bool deterministic = true;
  std::string rules;  // icu

  static constexpr std::tuple fields{field<&Collation::provider>("provider"),
                                     field<&Collation::collate>("lc_collate"),
                                     field<&Collation::ctype>("lc_ctype"),
                                     field<&Collation::locale>("locale"),
                                     field<&Collation::deterministic>("deterministic"),
                                     field<&Collation::rules>("rules")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Collation>
void visit_references(const ObjectId&, Self&, Visitor&) {}

}  // namespace pgplumb
