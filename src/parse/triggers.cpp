#include "parse/triggers.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "parse/extension_members.hpp"
#include "parse/relation_tree.hpp"
#include "parse/replay.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// Bits of CreateTrigStmt's timing and events (catalog/pg_trigger.h).
constexpr int kBefore = 1 << 1;
constexpr int kInsert = 1 << 2;
constexpr int kDelete = 1 << 3;
constexpr int kUpdate = 1 << 4;
constexpr int kTruncate = 1 << 5;
constexpr int kInsteadOf = 1 << 6;

constexpr std::array<std::string_view, 4> kBuiltinFunctions = {
    "suppress_redundant_updates_trigger", "tsvector_update_trigger",
    "tsvector_update_trigger_column", "unique_key_recheck"};

std::optional<QualifiedName> trigger_function(const ::List* names, Replay& replay) {
  const auto found = replay.find_routines(names);
  if (!found.empty()) return found.front().qualified_name();
  const auto parts = sql::strings_of(names);
  if (parts.empty()) return std::nullopt;
  const std::string space = parts.size() > 1 ? parts[parts.size() - 2] : "";
  const auto builtin = std::find(kBuiltinFunctions.begin(), kBuiltinFunctions.end(), parts.back());
  if ((space.empty() || space == "pg_catalog") && builtin != kBuiltinFunctions.end()) {
    return qualified("pg_catalog", parts.back());
  }
  constexpr auto kRoutine = ExtensionMember::Kind::routine;
  const auto& path = replay.search_path();
  if (auto member = find_extension_member(parts, kRoutine, replay.catalog(), path)) return member;
  if (may_be_outside(parts, kRoutine, replay.catalog(), path))
    return qualified(space, parts.back());
  replay.unresolved("function", parts.back() + "()");
  return std::nullopt;
}

bool has_column(const ObjectId& relation, const Identifier& name, const Catalog& catalog) {
  // A view's columns are no attributes of the model; where its query is not understood, any will
  // do.
  const auto* view = catalog.get<View>(relation);
  if (view == nullptr) return catalog.contains(part_of(relation, ObjectKind::attribute, name));
  const auto& known = view->columns;
  return known.empty() || std::find(known.begin(), known.end(), name) != known.end();
}

bool set_update_columns(const ::CreateTrigStmt& statement, const ObjectId& relation,
                        Trigger& trigger, Replay& replay) {
  trigger.update_columns = sql::identifiers_of(statement.columns);
  for (const Identifier& name : trigger.update_columns) {
    if (has_column(relation, name, replay.catalog())) continue;
    replay.unresolved("column", shown(relation) + "." + name.text());
    return false;
  }
  return true;
}

void set_events(const ::CreateTrigStmt& statement, Trigger& trigger) {
  if ((statement.timing & kInsteadOf) != 0)
    trigger.timing = TriggerTiming::instead_of;
  else if ((statement.timing & kBefore) != 0)
    trigger.timing = TriggerTiming::before;
  else
    trigger.timing = TriggerTiming::after;
  trigger.level = statement.row ? TriggerLevel::row : TriggerLevel::statement;
  trigger.on_insert = (statement.events & kInsert) != 0;
  trigger.on_update = (statement.events & kUpdate) != 0;
  trigger.on_delete = (statement.events & kDelete) != 0;
  trigger.on_truncate = (statement.events & kTruncate) != 0;
}

bool set_transition_tables(const ::CreateTrigStmt& statement, Trigger& trigger, Replay& replay) {
  for (const auto* table : sql::items<TriggerTransition>(statement.transitionRels)) {
    if (!table->isTable) {
      replay.error(DiagnosticCode::refused_statement,
                   "REFERENCING names tables (OLD TABLE, NEW TABLE), not rows");
      return false;
    }
    (table->isNew ? trigger.new_table : trigger.old_table) = Identifier(sql::text_of(table->name));
  }
  return true;
}

// FROM table of a constraint trigger.
bool set_constraint(const ::CreateTrigStmt& statement, Trigger& trigger, Replay& replay) {
  trigger.constraint = statement.isconstraint;
  trigger.deferrable = statement.deferrable;
  trigger.initially_deferred = statement.initdeferred;
  if (statement.constrrel == nullptr) return true;
  const auto other = replay.find_class(*statement.constrrel);
  if (other)
    trigger.constraint_relation = other->qualified_name();
  else
    replay.unresolved("table", statement.constrrel->relname, statement.constrrel->location);
  return other.has_value();
}

}  // namespace

std::optional<Trigger> trigger_of(const ::CreateTrigStmt& statement, const ObjectId& relation,
                                  Replay& replay) {
  Trigger trigger;
  set_events(statement, trigger);
  if (!set_transition_tables(statement, trigger, replay)) return std::nullopt;
  const auto function = trigger_function(statement.funcname, replay);
  if (!function || !set_constraint(statement, trigger, replay) ||
      !set_update_columns(statement, relation, trigger, replay)) {
    return std::nullopt;
  }
  trigger.function = *function;
  trigger.arguments = sql::strings_of(statement.args);
  if (statement.whenClause != nullptr) trigger.when = replay.expression(statement.whenClause);
  return trigger;
}

void clone_to_partitions(const ObjectId& relation, const Identifier& name, const Trigger& trigger,
                         Replay& replay) {
  for (const ObjectId& partition : partitions_of(replay.catalog(), relation)) {
    Trigger clone = trigger;
    clone.inherited = true;
    replay.put(part_of(partition, ObjectKind::trigger, name), clone);
    clone_to_partitions(partition, name, trigger, replay);
  }
}

}  // namespace pgplumb::parse
