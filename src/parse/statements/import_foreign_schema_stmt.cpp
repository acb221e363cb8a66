// IMPORT FOREIGN SCHEMA.
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::ImportForeignSchemaStmt& statement, Replay& replay) {
  replay.opaque("server \"" + printable(sql::text_of(statement.server_name)) +
                "\" tells which foreign tables there are");
}

}  // namespace pgplumb::parse
