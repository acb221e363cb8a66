// The index that a CREATE INDEX CONCURRENTLY builds.
#pragma once

#include <optional>
#include <string>

struct Node;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::sql {

// Names as the catalog stores them.
struct ConcurrentIndex {
  std::string space;  // of the table; "" = found by the search path
  std::string table;
  std::string name;  // "" = the server chooses it
};

// Nothing for every other statement.
[[nodiscard]] std::optional<ConcurrentIndex> concurrent_index(const ::Node* statement);

}  // namespace pgplumb::sql
