#include "sql/concurrent_work.hpp"

#include <string_view>

#include "sql/tree.hpp"

namespace pgplumb::sql {
namespace {

std::string text_or_empty(const char* text) { return text == nullptr ? "" : text; }

ConcurrentReindex::Scope scope_of(ReindexObjectType kind) {
  switch (kind) {
    case REINDEX_OBJECT_INDEX: return ConcurrentReindex::Scope::index;
    case REINDEX_OBJECT_TABLE: return ConcurrentReindex::Scope::table;
    case REINDEX_OBJECT_SCHEMA: return ConcurrentReindex::Scope::namespace_;
    default: return ConcurrentReindex::Scope::database;
  }
}

}  // namespace

std::optional<ConcurrentIndex> concurrent_index(const ::Node* statement) {
  const auto* index = PGPLUMB_NODE_AS(statement, IndexStmt);
  if (index == nullptr || !index->concurrent || index->relation == nullptr) return std::nullopt;
  return ConcurrentIndex{text_or_empty(index->relation->schemaname),
                         text_or_empty(index->relation->relname), text_or_empty(index->idxname)};
}

std::optional<ConcurrentReindex> concurrent_reindex(const ::Node* statement) {
  const auto* reindex = PGPLUMB_NODE_AS(statement, ReindexStmt);
  if (reindex == nullptr) return std::nullopt;
  for (const DefElem* option : items<DefElem>(reindex->params)) {
    if (std::string_view(option->defname) != "concurrently") continue;
    if (reindex->relation == nullptr) {
      return ConcurrentReindex{scope_of(reindex->kind), "", text_or_empty(reindex->name)};
    }
    return ConcurrentReindex{scope_of(reindex->kind), text_or_empty(reindex->relation->schemaname),
                             text_or_empty(reindex->relation->relname)};
  }
  return std::nullopt;
}

std::optional<ConcurrentDetach> concurrent_detach(const ::Node* statement) {
  const auto* alter = PGPLUMB_NODE_AS(statement, AlterTableStmt);
  if (alter == nullptr || alter->relation == nullptr) return std::nullopt;
  for (const AlterTableCmd* command : items<AlterTableCmd>(alter->cmds)) {
    if (command->subtype != AT_DetachPartition) continue;
    const auto* partition = PGPLUMB_NODE_AS(command->def, PartitionCmd);
    if (partition == nullptr || !partition->concurrent || partition->name == nullptr) continue;
    return ConcurrentDetach{
        text_or_empty(alter->relation->schemaname), text_or_empty(alter->relation->relname),
        text_or_empty(partition->name->schemaname), text_or_empty(partition->name->relname)};
  }
  return std::nullopt;
}

}  // namespace pgplumb::sql
