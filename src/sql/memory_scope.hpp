// Where libpg_query's nodes live.
#pragma once

#include "sql/tree.hpp"

namespace pgplumb::sql {

// Makes a memory context the current one of this thread and frees it with all nodes in it at the
// end. Scopes nest: a visitor of a statement may parse and deparse other text meanwhile.
class MemoryScope {
 public:
  MemoryScope();
  ~MemoryScope();
  MemoryScope(const MemoryScope&) = delete;
  MemoryScope& operator=(const MemoryScope&) = delete;

  // Frees what was made so far.
  void reset();

 private:
  MemoryContext outer_;
  MemoryContext own_;
};

}  // namespace pgplumb::sql
