// ALTER ROLE … SET: counts where it is about whoever runs the text.
#include "parse/replay.hpp"
#include "parse/roles.hpp"
#include "parse/session_settings.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::AlterRoleSetStmt& statement, Replay& replay) {
  // Kept by the database, though no dump of it shows it.
  if (statement.database != nullptr) replay.unmanaged("");
  // ALTER ROLE ALL has no role; of a named one the text does not tell whether it runs migrations.
  const bool everyone = statement.role == nullptr;
  if (everyone || statement.role->roletype != ROLESPEC_CSTRING) {
    apply_default_setting(*statement.setstmt, replay);
  }
}

}  // namespace pgplumb::parse
