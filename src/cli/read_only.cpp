#include "cli/read_only.hpp"

#include <string>

#include "base/diagnostic.hpp"
#include "base/failure.hpp"

namespace pgplumb::cli {

void refuse_read_only(pg::Session& session) {
  const pg::Rows rows = session.query(
      "select pg_catalog.pg_is_in_recovery(), s.setting::boolean, s.source"
      " from pg_catalog.pg_settings s where s.name = 'default_transaction_read_only'");
  if (rows.front().boolean(0)) {
    throw Refused(
        "this server is a standby and takes no changes; connect to its primary; nothing was run");
  }
  if (!rows.front().boolean(1)) return;
  throw Refused(
      "transactions are read-only here by default (default_transaction_read_only is on, set by " +
      printable(rows.front().string(2)) + "): somebody wants no changes in database " +
      printable(session.database()) +
      " now; set it to off where that is over, or for this run alone with options=-c "
      "default_transaction_read_only=off in the connection (PGOPTIONS); nothing was run");
}

}  // namespace pgplumb::cli
