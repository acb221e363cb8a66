// ALTER SERVER.
#include "parse/foreign_options.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::AlterForeignServerStmt& statement, Replay& replay) {
  const std::string name = sql::text_of(statement.servername);
  const ObjectId id = object_id(ObjectKind::foreign_server, Identifier(name));
  auto* server = replay.model().get<ForeignServer>(id);
  if (server == nullptr) return replay.unresolved("server", name);
  if (statement.has_version) server->version = sql::text_of(statement.version);
  change_foreign_options(server->options, statement.options, name, replay);
  replay.touch(id);
}

}  // namespace pgplumb::parse
