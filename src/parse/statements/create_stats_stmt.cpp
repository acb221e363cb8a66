// CREATE STATISTICS.
#include <algorithm>
#include <optional>

#include "parse/relation_tree.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/statistics.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

struct Draft {
  StatisticsObject statistics;
  std::vector<std::string> labels;  // what each element contributes to a chosen name
};

void add_element(const ::StatsElem& element, Draft& draft, const Replay& replay) {
  Identifier column(sql::text_of(element.name));
  draft.labels.push_back(column.empty() ? "expr" : column.text());
  // A column in parentheses is a column.
  if (const auto* reference = PGPLUMB_NODE_AS(element.expr, ColumnRef)) {
    column = Identifier(sql::strings_of(reference->fields).back());
  }
  if (column.empty()) {
    draft.statistics.expressions.push_back(replay.expression(element.expr));
  } else {
    draft.statistics.columns.push_back(column);
  }
}

void set_kinds(const ::List* kinds, StatisticsObject& statistics) {
  const std::vector<std::string> words = sql::strings_of(kinds);
  const bool single = statistics.columns.empty() && statistics.expressions.size() == 1;
  const auto has = [&](const char* word) {
    return words.empty() ? !single : std::find(words.begin(), words.end(), word) != words.end();
  };
  statistics.ndistinct = has("ndistinct");
  statistics.dependencies = has("dependencies");
  statistics.mcv = has("mcv");
}

Draft draft_of(const ::CreateStatsStmt& statement, const ObjectId& relation, const Replay& replay) {
  Draft draft;
  draft.statistics.relation = relation.qualified_name();
  for (const ::StatsElem* element : sql::items<::StatsElem>(statement.exprs)) {
    add_element(*element, draft, replay);
  }
  set_kinds(statement.stat_types, draft.statistics);
  return draft;
}

bool columns_exist(const StatisticsObject& statistics, const ObjectId& relation, Replay& replay) {
  if (relation.kind != ObjectKind::relation) return true;
  for (const Identifier& column : statistics.columns) {
    if (replay.catalog().contains(attribute_id(relation, column))) continue;
    replay.unresolved("column", relation.name + "." + column.text());
    return false;
  }
  return true;
}

bool can_have_statistics(const std::optional<ObjectId>& id) {
  return id && (id->kind == ObjectKind::relation || id->kind == ObjectKind::materialized_view);
}

}  // namespace

void lower(const ::CreateStatsStmt& statement, Replay& replay) {
  const auto& name = *sql::items<::RangeVar>(statement.relations)[0];
  if (replay.is_temporary(name)) return;
  const auto relation = replay.find_class(name);
  if (!can_have_statistics(relation)) {
    return replay.unresolved("table", written(name), name.location);
  }
  Draft draft = draft_of(statement, *relation, replay);
  const QualifiedName own = statement.defnames != nullptr
                                ? replay.creation_name(statement.defnames)
                                : choose_statistics_name(*relation, draft.labels, replay);
  const ObjectId id = object_id(ObjectKind::statistics_object, own);
  if (replay.catalog().contains(id)) {
    if (statement.if_not_exists) return;
    return replay.error(DiagnosticCode::duplicate_object,
                        "statistics object \"" + printable(shown(id)) + "\" exists already");
  }
  if (columns_exist(draft.statistics, *relation, replay)) {
    replay.put(id, std::move(draft.statistics));
  }
}

}  // namespace pgplumb::parse
