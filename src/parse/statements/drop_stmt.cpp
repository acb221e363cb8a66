#include <utility>
#include <vector>

#include "parse/drop_restrict.hpp"
#include "parse/extension_dependencies.hpp"
#include "parse/extension_members.hpp"
#include "parse/object_lookup.hpp"
#include "parse/relation_tree.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

std::optional<ObjectKind> class_kind(int type) {
  switch (type) {
    case OBJECT_TABLE:
    case OBJECT_FOREIGN_TABLE: return ObjectKind::relation;
    case OBJECT_VIEW: return ObjectKind::view;
    case OBJECT_MATVIEW: return ObjectKind::materialized_view;
    case OBJECT_SEQUENCE: return ObjectKind::sequence;
    case OBJECT_INDEX: return ObjectKind::index;
    case OBJECT_DOMAIN: return ObjectKind::domain;
    default: return std::nullopt;
  }
}

bool is_foreign(const ObjectId& id, const Replay& replay) {
  const auto* relation = replay.catalog().get<Relation>(id);
  return relation != nullptr && relation->relation_kind == RelationKind::foreign;
}

bool kind_fits(const ::DropStmt& statement, const FoundObject& found, Replay& replay) {
  const auto wanted = class_kind(statement.removeType);
  const bool foreign = statement.removeType == OBJECT_FOREIGN_TABLE;
  if (!wanted || (found.id->kind == *wanted && is_foreign(*found.id, replay) == foreign)) {
    return true;
  }
  replay.error(DiagnosticCode::wrong_object_kind, "\"" + printable(found.name) + "\" is not a " +
                                                      found.what + " but " +
                                                      printable(described(*found.id)));
  return false;
}

// Columns that a CASCADE took away leave no holes.
void close_gaps(Catalog& catalog) {
  std::vector<ObjectId> relations;
  for (const auto [id, relation] : catalog.all<Relation>()) relations.push_back(id);
  for (const ObjectId& relation : relations) renumber_attributes(catalog, relation);
}

void drop_temporary(const ::DropStmt& statement, const ::Node* object, Replay& replay) {
  const auto* names = PGPLUMB_NODE_AS(object, List);
  if (!class_kind(statement.removeType) || names == nullptr) return;
  const ::RangeVar& name = *range_var_of(names);
  if (replay.is_temporary(name)) replay.forget_temporary(sql::text_of(name.relname));
}

// Nothing: there is no such object to drop.
std::optional<FoundObject> found_to_drop(const ::DropStmt& statement, const ::Node* object,
                                         Replay& replay) {
  const FoundObject found = find_object(statement.removeType, object, nullptr, nullptr, replay);
  if (!found.managed) {
    replay.unmanaged("");
  } else if (!found.id) {
    drop_temporary(statement, object, replay);
    report_missing(found, statement.missing_ok, replay);
  } else if (kind_fits(statement, found, replay)) {
    return found;
  }
  return std::nullopt;
}

void drop_members(const std::string& extension, bool cascade, Replay& replay) {
  std::vector<ObjectId> gone;
  for (const auto& [id, of] : replay.members()) {
    if (of == extension) gone.push_back(id);
  }
  for (ObjectId& id : dependents_of_extension(extension, replay)) gone.push_back(std::move(id));
  for (const ObjectId& id : gone) {
    if (replay.catalog().contains(id)) replay.drop(id, cascade);
  }
}

void drop_one(const ::DropStmt& statement, const FoundObject& found, Replay& replay) {
  if (!replay.catalog().contains(*found.id)) return;  // with one before it
  const bool cascade = statement.behavior == DROP_CASCADE;
  const bool open = cascade && found.id->kind == ObjectKind::extension &&
                    may_use_extension(found.id->name, replay.catalog());
  if (found.id->kind == ObjectKind::extension) drop_members(found.id->name, cascade, replay);
  replay.drop(*found.id, cascade);
  if (open) replay.opaque("what goes with the contents of extension " + found.name);
}

}  // namespace

void lower(const ::DropStmt& statement, Replay& replay) {
  std::vector<FoundObject> all;
  std::vector<ObjectId> ids;
  for (const ::Node* object : sql::items<::Node>(statement.objects)) {
    auto found = found_to_drop(statement, object, replay);
    if (!found) continue;
    ids.push_back(*found->id);
    all.push_back(*std::move(found));
  }
  if (statement.behavior != DROP_CASCADE && !may_drop(ids, replay)) return;
  for (const FoundObject& found : all) drop_one(statement, found, replay);
  if (statement.behavior == DROP_CASCADE) close_gaps(replay.model());
}

}  // namespace pgplumb::parse
