// CREATE LANGUAGE with a handler; without one it is CREATE EXTENSION to the parser.
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::CreatePLangStmt& statement, Replay& replay) {
  const ObjectId id = object_id(ObjectKind::language, Identifier(statement.plname));
  if (!statement.replace && replay.catalog().contains(id)) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "language \"" + printable(id.name) + "\" exists already");
  }
  Language language;
  language.trusted = statement.pltrusted;
  language.handler = routine_name(statement.plhandler, replay);
  language.inline_handler = routine_name(statement.plinline, replay);
  language.validator = routine_name(statement.plvalidator, replay);
  replay.put(id, std::move(language));
}

}  // namespace pgplumb::parse
