// What statements build or take away concurrently: cut off, they leave something behind.
#pragma once

#include <optional>
#include <string>

struct Node;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::sql {

// Names as the catalog stores them; a namespace that is "" is found by the search path.

// The index that a CREATE INDEX CONCURRENTLY builds.
struct ConcurrentIndex {
  std::string space;  // of the table
  std::string table;
  std::string name;  // "" = the server chooses it
};

// What a REINDEX … CONCURRENTLY builds again.
struct ConcurrentReindex {
  enum class Scope { index, table, namespace_, database };
  Scope scope = Scope::index;
  std::string space;
  std::string name;  // of the index, table, namespace or database
};

// The partition that an ALTER TABLE … DETACH PARTITION … CONCURRENTLY takes from its table.
struct ConcurrentDetach {
  std::string space;
  std::string table;
  std::string partition_space;
  std::string partition;
};

// Each is nothing for every other statement.
[[nodiscard]] std::optional<ConcurrentIndex> concurrent_index(const ::Node* statement);
[[nodiscard]] std::optional<ConcurrentReindex> concurrent_reindex(const ::Node* statement);
[[nodiscard]] std::optional<ConcurrentDetach> concurrent_detach(const ::Node* statement);

}  // namespace pgplumb::sql
