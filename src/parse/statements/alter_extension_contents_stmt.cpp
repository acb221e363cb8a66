// ALTER EXTENSION … ADD | DROP.
#include "parse/object_lookup.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

// What the extension's own script has made, no text tells.
void lower(const ::AlterExtensionContentsStmt& statement, Replay& replay) {
  const ObjectId extension = object_id(ObjectKind::extension, Identifier(statement.extname));
  if (!replay.catalog().contains(extension)) {
    return replay.unresolved("extension", extension.name);
  }
  const FoundObject found =
      find_object(statement.objtype, statement.object, nullptr, nullptr, replay);
  if (!found.managed || !found.id) return replay.unmanaged("");
  Members& members = replay.members();
  if (statement.action > 0) {
    const auto [entry, is_new] = members.emplace(*found.id, extension.name);
    if (!is_new) {
      return replay.error(DiagnosticCode::refused_statement,
                          described(*found.id) + " is already a member of extension \"" +
                              printable(entry->second) + "\"");
    }
  } else if (members.erase(*found.id) == 0) {
    replay.error(DiagnosticCode::refused_statement, described(*found.id) +
                                                        " is not a member of extension \"" +
                                                        printable(extension.name) + "\"");
  }
}

}  // namespace pgplumb::parse
