// A catalog in a few lines, for tests.
#pragma once

#include <string>
#include <string_view>

#include "schema/catalog.hpp"

namespace pgplumb::sql::tests {

// One object per line, names qualified, types as format_type prints them with "_" for a space,
// "~" for a space in other names:
//   table c.t id:integer price:numeric(10,2)
//   view c.v a,b SELECT …            columns then the query
//   enum c.mood sad ok
//   domain c.posint integer
//   composite c.pair x:integer y:text
//   sequence c.s
//   function c.f integer a:integer b:integer= *rest:text[] >out:text    result, inputs, outputs
//   setof c.f …                      the same, returning a set
[[nodiscard]] Catalog catalog_of(std::string_view text);

}  // namespace pgplumb::sql::tests
