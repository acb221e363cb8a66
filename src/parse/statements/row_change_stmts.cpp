// INSERT, UPDATE, DELETE, MERGE and COPY: passed over, but for rows of system catalogs and
// functions and triggers that run DDL.
#include <optional>
#include <string>

#include "parse/replay.hpp"
#include "parse/routine_effects.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// Of the triggers of the table, whatever change they are for.
std::optional<std::string> effect_of_triggers(const ::RangeVar& target, const Replay& replay) {
  const auto table = replay.find_class(target);
  if (!table) return std::nullopt;
  for (const ObjectId& part : replay.catalog().everything_within(*table)) {
    const auto* trigger = replay.catalog().get<Trigger>(part);
    if (trigger == nullptr || trigger->enabled == TriggerEnabled::disabled) continue;
    if (auto why = structural_effect(trigger->function, replay)) return why;
  }
  return std::nullopt;
}

void change_rows(const ::RangeVar& target, Replay& replay) {
  auto why = structural_effect(replay.statement().text(), replay);
  if (!why) why = effect_of_triggers(target, replay);
  if (why) replay.opaque(std::move(*why));
}

}  // namespace

void lower(const ::InsertStmt& statement, Replay& replay) {
  change_rows(*statement.relation, replay);
}

void lower(const ::UpdateStmt& statement, Replay& replay) {
  change_rows(*statement.relation, replay);
}

void lower(const ::DeleteStmt& statement, Replay& replay) {
  change_rows(*statement.relation, replay);
}

void lower(const ::MergeStmt& statement, Replay& replay) {
  change_rows(*statement.relation, replay);
}

void lower(const ::CopyStmt& statement, Replay& replay) {
  if (statement.is_from && statement.relation != nullptr) change_rows(*statement.relation, replay);
}

}  // namespace pgplumb::parse
