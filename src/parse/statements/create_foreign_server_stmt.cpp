// CREATE SERVER.
#include "parse/foreign_options.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::CreateForeignServerStmt& statement, Replay& replay) {
  const std::string name = sql::text_of(statement.servername);
  const ObjectId id = object_id(ObjectKind::foreign_server, Identifier(name));
  if (replay.catalog().contains(id)) {
    if (statement.if_not_exists) return;
    return replay.error(DiagnosticCode::duplicate_object,
                        "server \"" + printable(name) + "\" exists already");
  }
  ForeignServer server;
  server.wrapper = Identifier(sql::text_of(statement.fdwname));
  server.type = sql::text_of(statement.servertype);
  server.version = sql::text_of(statement.version);
  server.options = foreign_options_of(statement.options);
  replay.put(id, std::move(server));
}

}  // namespace pgplumb::parse
