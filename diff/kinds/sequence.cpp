#include "diff/rules.hpp"
#include "diff/sequence_options.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

ObjectId owner_column(const Sequence& sequence) {
  return part_of(object_id(ObjectKind::relation, sequence.owner_relation), ObjectKind::attribute,
                 sequence.owner_attribute);
}

SqlWriter alter_sequence(const ObjectId& id) {
  return SqlWriter("ALTER SEQUENCE").name(id.qualified_name());
}

Action owned_by(const ObjectId& id, const Sequence& sequence) {
  SqlWriter sql = alter_sequence(id).keyword("OWNED BY");
  Action action = Action::changing(id);
  if (sequence.owner_relation.empty()) return action.statement(sql.keyword("NONE"));
  sql.name(sequence.owner_relation).dot().name(sequence.owner_attribute);
  return action.statement(sql).need(owner_column(sequence));
}

// Every option that differs, also back to what the server would have chosen.
Actions set_values(const ObjectId& id, const Sequence& desired, const Changed<Sequence>& changed) {
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
  Action action = Action::making(id);
  action.statement(sql).lock(id.qualified_name(), LockMode::share_row_exclusive);
  return action;
}

}  // namespace

Actions create(const ObjectId& id, const Sequence& desired, const Scope&) {
  if (desired.identity) return Action::implied_make(id, owner_column(desired));
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
  if (!desired.owner_relation.empty()) actions.add(owned_by(id, desired));
  return actions;
}

Actions drop(const ObjectId& id, const Sequence& current, const Scope& scope) {
  if (current.identity) return Action::implied_drop(id, owner_column(current));
  Action action = drop_named("SEQUENCE", id);
  if (!current.owner_relation.empty() && scope.is_dropped(owner_column(current))) {
    action.vanishing(owner_column(current));
  }
  action.hazard(Hazard::irreversible, "its position is lost");
  return action;
}

Actions alter(const ObjectId& id, const Sequence&, const Sequence& desired,
              const Changed<Sequence>& changed, const Scope&) {
  if (changed.has<&Sequence::identity>()) return Actions::replacement();
  Actions actions;
  if (!changed.only<&Sequence::owner_relation, &Sequence::owner_attribute,
                    &Sequence::persistence>()) {
    actions.add(set_values(id, desired, changed));
  }
  if (changed.has<&Sequence::persistence>()) {
    SqlWriter sql = alter_sequence(id);
    const bool logged = desired.persistence == Persistence::permanent;
    sql.keyword(logged ? Words("SET LOGGED") : Words("SET UNLOGGED"));
    actions.add(Action::changing(id).statement(sql));
  }
  if (changed.has<&Sequence::owner_relation>() || changed.has<&Sequence::owner_attribute>()) {
    actions.add(owned_by(id, desired));
  }
  return actions;
}

Actions rename(const ObjectId& before, const ObjectId& after, const Sequence&, const Scope&) {
  return rename_in_namespace("SEQUENCE", before, after);
}

}  // namespace pgplumb::diff
