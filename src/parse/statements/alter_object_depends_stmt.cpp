// ALTER … [NO] DEPENDS ON EXTENSION.
#include "parse/object_lookup.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

namespace {

// A trigger's name stands alone, beside its table.
FoundObject subject_of(const ::AlterObjectDependsStmt& statement, const Replay& replay) {
  std::string trigger;
  if (statement.objectType == OBJECT_TRIGGER) {
    trigger = sql::strings_of(reinterpret_cast<const ::List*>(statement.object)).back();
  }
  return find_object(statement.objectType, statement.object, statement.relation, trigger.c_str(),
                     replay);
}

}  // namespace

void lower(const ::AlterObjectDependsStmt& statement, Replay& replay) {
  const FoundObject found = subject_of(statement, replay);
  if (!found.managed || found.builtin) return replay.unmanaged("");
  if (!found.id) return report_missing(found, false, replay);
  const std::string extension = sql::string_of(reinterpret_cast<const ::Node*>(statement.extname));
  if (!replay.catalog().contains(object_id(ObjectKind::extension, Identifier(extension)))) {
    return replay.unresolved("extension", extension);
  }
  const ObjectId id = dependency_of(*found.id, extension);
  const bool known = replay.catalog().contains(id);
  if (!statement.remove && !known) replay.put(id, ExtensionDependency{});
  if (statement.remove && known) replay.drop(id);
}

}  // namespace pgplumb::parse
