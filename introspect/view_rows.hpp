// The query that views and materialized views share, and what its rows hold.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "introspect/query_list.hpp"
#include "introspect/reader.hpp"
#include "pg/rows.hpp"

namespace pgplumb::introspect {

// `relkind`: 'v' or 'm'. Printing queries is the dearest part of a read: half of them per lane.
void ask_for_views(char relkind, QueryList& queries);

// So many answers come first.
inline constexpr std::size_t kViewHalves = 2;

// The rows of both halves that belong to the model.
void for_each_view(const SlotRows& rows, const Reader& reader,
                   const std::function<void(const pg::Row&)>& visit);

[[nodiscard]] Address view_address(const pg::Row& row);
[[nodiscard]] Oid view_owner(const pg::Row& row);
[[nodiscard]] Expression view_query(const pg::Row& row);
[[nodiscard]] std::vector<Identifier> view_columns(const pg::Row& row);
[[nodiscard]] std::vector<std::string> view_options(const pg::Row& row);
[[nodiscard]] bool view_is_populated(const pg::Row& row);
[[nodiscard]] Oid view_access_method(const pg::Row& row);
[[nodiscard]] Oid view_tablespace(const pg::Row& row);

}  // namespace pgplumb::introspect
