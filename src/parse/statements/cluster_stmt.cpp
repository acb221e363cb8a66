// CLUSTER table USING index: also notes the index as the one to cluster on.
#include "parse/alter_table.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::ClusterStmt& statement, Replay& replay) {
  if (statement.relation == nullptr || statement.indexname == nullptr) return;
  if (replay.is_temporary(*statement.relation)) return;
  const auto relation = replay.find_class(*statement.relation);
  if (!relation) {
    return replay.unresolved("table", written(*statement.relation), statement.relation->location);
  }
  cluster_on(*relation, statement.indexname, replay);
}

}  // namespace pgplumb::parse
