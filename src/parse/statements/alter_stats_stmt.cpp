// ALTER STATISTICS … SET STATISTICS.
#include "parse/object_lookup.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/statistics.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// A number and no node before PostgreSQL 17.
std::optional<int> target_of(const ::AlterStatsStmt& statement) {
#if PG_VERSION_NUM >= 170000
  return statistics_target(statement.stxstattarget);
#else
  return statistics_target(reinterpret_cast<const ::Node*>(makeInteger(statement.stxstattarget)));
#endif
}

}  // namespace

void lower(const ::AlterStatsStmt& statement, Replay& replay) {
  const FoundObject found =
      find_object(OBJECT_STATISTIC_EXT, reinterpret_cast<const ::Node*>(statement.defnames),
                  nullptr, nullptr, replay);
  if (!found.id) return report_missing(found, statement.missing_ok, replay);
  auto& statistics = *replay.model().get<StatisticsObject>(*found.id);
  statistics.target = target_of(statement);
  replay.touch(*found.id);
}

}  // namespace pgplumb::parse
