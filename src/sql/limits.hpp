// How much input is too much.
#pragma once

#include <cstddef>

namespace pgplumb::sql {

// Walks over trees recurse; libpg_query's own do not check the stack. Real SQL stays below a
// hundred levels, and this many fit into an ordinary stack several times.
inline constexpr std::size_t kMaxDepth = 3000;

}  // namespace pgplumb::sql
