#include "sql/concurrent_index.hpp"

#include "sql/tree.hpp"

namespace pgplumb::sql {
namespace {

std::string text_or_empty(const char* text) { return text == nullptr ? "" : text; }

}  // namespace

std::optional<ConcurrentIndex> concurrent_index(const ::Node* statement) {
  const auto* index = PGPLUMB_NODE_AS(statement, IndexStmt);
  if (index == nullptr || !index->concurrent || index->relation == nullptr) return std::nullopt;
  return ConcurrentIndex{text_or_empty(index->relation->schemaname),
                         text_or_empty(index->relation->relname), text_or_empty(index->idxname)};
}

}  // namespace pgplumb::sql
