// CREATE FOREIGN TABLE.
#include "parse/foreign_options.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/table_creation.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::CreateForeignTableStmt& statement, Replay& replay) {
  Relation relation;
  relation.relation_kind = RelationKind::foreign;
  relation.server = Identifier(sql::text_of(statement.servername));
  relation.foreign_options = foreign_options_of(statement.options);
  const ObjectId server = object_id(ObjectKind::foreign_server, relation.server);
  if (!replay.catalog().contains(server)) replay.unresolved("server", server.name);
  create_table(statement.base, std::move(relation), replay);
}

}  // namespace pgplumb::parse
