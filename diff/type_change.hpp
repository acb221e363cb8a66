// What changing a column from one type to another takes. Conservative: what is not known to be
// harmless counts as a rewrite with a USING expression.
#pragma once

#include <initializer_list>
#include <string_view>

#include "schema/catalog.hpp"
#include "schema/type_ref.hpp"

namespace pgplumb::diff {

struct TypeChange {
  bool needs_using = true;    // no assignment cast is known
  bool rewrites = true;       // the stored form changes
  bool narrows = true;        // a present value may not fit, or loses digits
  bool by_time_zone = false;  // what becomes of a value depends on the session's TimeZone
};

// Whether the type, or the elements of the array, are of a built-in one of these.
[[nodiscard]] bool is_one_of(const TypeRef& type, std::initializer_list<std::string_view> names);

// A domain with constraints, its own or those of the domains that it is made of.
[[nodiscard]] bool is_constrained(const TypeRef& type, const Catalog& catalog);

// The catalogs hold the domains of the one and of the other.
[[nodiscard]] TypeChange type_change(const TypeRef& current, const Catalog& current_catalog,
                                     const TypeRef& desired, const Catalog& desired_catalog);

}  // namespace pgplumb::diff
