#include <bitset>

#include "diff/rules.hpp"
#include "diff/sequence_options.hpp"
#include "diff/wording.hpp"
#include "schema/quote.hpp"

namespace pgplumb::diff {
namespace {

SqlWriter alter_sequence(const ObjectId& id) {
  return SqlWriter("ALTER SEQUENCE").name(id.qualified_name());
}

Action owned_by(const ObjectId& id, const Sequence& sequence) {
  SqlWriter sql = alter_sequence(id).keyword("OWNED BY");
  Action action = Action::changing(id);
  action.lock(id.qualified_name(), LockMode::share_row_exclusive);
  if (sequence.owner_relation.empty()) return action.statement(sql.keyword("NONE"));
  sql.name(sequence.owner_relation).dot().name(sequence.owner_attribute);
  return action.statement(sql).need(owner_column(sequence));
}

// In its turn with the changes of owners: it has its table's before it belongs to the table, and
// can have no other while it does.
Action link_to_owner(const ObjectId& id, const Sequence& desired, const Scope& scope) {
  Action action = owned_by(id, desired);
  const ObjectId own = about(ObjectKind::owner, id);
  if (desired.owner_relation.empty()) {
    action.precedes.push_back(own);
    return action;
  }
  const ObjectId tables =
      about(ObjectKind::owner, object_id(ObjectKind::relation, desired.owner_relation));
  if (gets_owner_from_table(id, scope)) {
    action.precedes.push_back(tables);
    return action;
  }
  return action.need(own).await(own).need(tables).await(tables);
}

// The server drops it along with its column.
bool goes_with_owner(const Sequence& current, const Scope& scope) {
  return !current.owner_relation.empty() && scope.is_dropped(owner_column(current));
}

// Before its owner goes, which may have to go before the next owner comes.
Action leave_owner(const ObjectId& id) {
  Action action = owned_by(id, Sequence{});
  action.breaks = {id};
  return action;
}

// The server refuses limits that leave the present position outside.
Action move_inside(const ObjectId& id, std::int64_t limit, Words outside, Words called) {
  SqlWriter sql("SELECT pg_catalog.setval");
  sql.call().literal(quote_qualified(id.qualified_name())).comma().number(limit).comma();
  sql.keyword(called).close().keyword("FROM").name(id.qualified_name());
  Action action = Action::making(id);
  return action.statement(sql.keyword("WHERE last_value").keyword(outside).number(limit));
}

Actions move_inside(const ObjectId& id, const Sequence& current, const Sequence& desired) {
  Actions actions;
  if (desired.minimum > current.minimum) {
    actions.add(move_inside(id, desired.minimum, "<", "false"));
  }
  if (desired.maximum < current.maximum) {
    actions.add(move_inside(id, desired.maximum, ">", "true"));
  }
  return actions;
}

// Every option that differs, also back to what the server would have chosen.
SqlWriter values(const ObjectId& id, const Sequence& desired, const Changed<Sequence>& changed) {
  SqlWriter sql = alter_sequence(id);
  if (changed.has<&Sequence::type>()) sql.keyword("AS").type(desired.type);
  if (changed.has<&Sequence::increment>()) sql.keyword("INCREMENT BY").number(desired.increment);
  // A new type moves limits that are its own defaults, so the wanted ones are always said with it.
  const bool limits = changed.has<&Sequence::type>();
  if (limits || changed.has<&Sequence::minimum>()) sql.keyword("MINVALUE").number(desired.minimum);
  if (limits || changed.has<&Sequence::maximum>()) sql.keyword("MAXVALUE").number(desired.maximum);
  if (changed.has<&Sequence::start>()) sql.keyword("START WITH").number(desired.start);
  if (changed.has<&Sequence::cache>()) sql.keyword("CACHE").number(desired.cache);
  if (changed.has<&Sequence::cycle>()) {
    sql.keyword(desired.cycle ? Words("CYCLE") : Words("NO CYCLE"));
  }
  return sql;
}

Action set_values(const ObjectId& id, const SqlWriter& sql) {
  Action action = Action::making(id);
  action.statement(sql).lock(id.qualified_name(), LockMode::share_row_exclusive);
  return action;
}

// The column makes it; a type of its own it gets afterwards.
Actions create_for_identity(const ObjectId& id, const Sequence& desired, const Scope& scope) {
  Actions actions = Action::implied_make(id, owner_column(desired));
  if (has_type_of_column(desired, scope.desired)) return actions;
  const Changed<Sequence> all(std::bitset<kFieldCount<Sequence>>().set());
  return actions.add(set_values(id, values(id, desired, all).keyword("RESTART")));
}

}  // namespace

Actions create(const ObjectId& id, const Sequence& desired, const Scope& scope) {
  if (desired.identity) return create_for_identity(id, desired, scope);
  SqlWriter sql("CREATE");
  sql.keyword_if(desired.persistence == Persistence::unlogged, "UNLOGGED");
  sql.keyword("SEQUENCE").name(id.qualified_name());
  if (desired.type.name.name.text() != "int8") sql.keyword("AS").type(desired.type);
  write_sequence_options(sql, desired);
  Action action = Action::making(id);
  // Being owned comes last: the column may need the sequence for its default.
  action.complete_needs = true;
  action.statement(sql).need(object_id(ObjectKind::namespace_, Identifier(id.space)));
  Actions actions(std::move(action));
  if (desired.owner_relation.empty()) return actions;
  actions.add(link_to_owner(id, desired, scope));
  if (!scope.is_new(owner_column(desired))) actions.add(continue_sequence(id, scope));
  return actions;
}

Actions drop(const ObjectId& id, const Sequence& current, const Scope& scope) {
  if (current.identity) {
    // Else the column's change drops it.
    if (!scope.is_dropped(owner_column(current))) return {};
    return Action::implied_drop(id, owner_column(current));
  }
  Action action = drop_named("SEQUENCE", id);
  if (goes_with_owner(current, scope)) {
    action.vanishing(owner_column(current));
  }
  action.hazard(Hazard::irreversible, "its position is lost");
  return action;
}

Actions alter(const ObjectId& id, const Sequence& current, const Sequence& desired,
              const Changed<Sequence>& changed, const Scope& scope) {
  // That of an identity column is nobody else's, ever.
  const bool moves =
      changed.has<&Sequence::owner_relation>() || changed.has<&Sequence::owner_attribute>();
  if (changed.has<&Sequence::identity>() || (desired.identity && moves)) {
    return Actions::replacement();
  }
  Actions actions;
  if (!changed
           .only<&Sequence::owner_relation, &Sequence::owner_attribute, &Sequence::persistence>()) {
    actions.add(move_inside(id, current, desired));
    actions.add(set_values(id, values(id, desired, changed)));
  }
  if (changed.has<&Sequence::persistence>()) {
    SqlWriter sql = alter_sequence(id);
    const bool logged = desired.persistence == Persistence::permanent;
    sql.keyword(logged ? Words("SET LOGGED") : Words("SET UNLOGGED"));
    actions.add(Action::changing(id).statement(sql));
  }
  if (moves) {
    if (goes_with_owner(current, scope)) actions.add(leave_owner(id));
    actions.add(link_to_owner(id, desired, scope));
  }
  return actions;
}

Actions rename(const ObjectId& before, const ObjectId& after, const Sequence& value,
               const Scope& scope) {
  if (value.owner_relation.empty()) return rename_in_namespace("SEQUENCE", before, after);
  return rename_with_table("SEQUENCE", before, after, value.owner_relation, scope);
}

}  // namespace pgplumb::diff
