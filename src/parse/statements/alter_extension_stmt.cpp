// ALTER EXTENSION … UPDATE.
#include <string_view>

#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::AlterExtensionStmt& statement, Replay& replay) {
  const ObjectId id = object_id(ObjectKind::extension, Identifier(statement.extname));
  auto* extension = replay.model().get<Extension>(id);
  if (extension == nullptr) return replay.unresolved("extension", statement.extname);
  extension->version.clear();  // UPDATE without TO goes to a version that the server chooses
  for (const DefElem* option : sql::items<DefElem>(statement.options)) {
    if (std::string_view(option->defname) == "new_version") {
      extension->version = sql::string_of(option->arg);
    }
  }
  replay.touch(id);
}

}  // namespace pgplumb::parse
