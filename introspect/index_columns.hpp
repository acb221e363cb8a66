// What an index and the index behind a constraint have in common, and how it is read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "introspect/reader.hpp"
#include "pg/rows.hpp"
#include "schema/kinds/index.hpp"

namespace pgplumb::introspect {

// The select list that decode_index reads; pg_index is `i`, pg_class of the index `c`.
[[nodiscard]] std::string index_select_list(int server_version);
inline constexpr std::size_t kIndexSelectSize = 17;

// Whether any column at all has parameters of an operator class, or a statistics target (NULL or -1
// is the default; columns of the system have 0); for QueryList::look_at.
inline constexpr std::string_view kSetColumns =
    "pg_attribute where attrelid >= 16384 and attnum > 0 "
    "and (attoptions is not null or attstattarget >= 0)";

// The columns as IndexElement with operator class, collation and order; INCLUDE; the rest.
// `first_column`: where index_select_list begins in the row. relation, partition_of and the
// options of operator classes are not filled.
[[nodiscard]] Index decode_index(const pg::Row& row, std::size_t first_column,
                                 const Reader& reader);

}  // namespace pgplumb::introspect
