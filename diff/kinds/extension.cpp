#include "diff/extension_move.hpp"
#include "diff/rules.hpp"
#include "diff/sql_writer.hpp"

namespace pgplumb::diff {
namespace {

// What the desired state has under the member's name.
std::vector<ObjectId> of_same_name(const ExtensionMember& member, const Catalog& desired) {
  std::vector<ObjectId> ids;
  const auto add = [&](const std::optional<ObjectId>& id) {
    if (id && desired.contains(*id)) ids.push_back(*id);
  };
  switch (member.kind) {
    case ExtensionMember::Kind::type:
    case ExtensionMember::Kind::relation:
      add(desired.find_class(member.name));
      add(desired.find_type(member.name));
      break;
    case ExtensionMember::Kind::routine: {
      ObjectId id = object_id(ObjectKind::routine, member.name);
      id.member = arguments_key(member.arguments);
      add(id);
      id.kind = ObjectKind::aggregate;
      add(id);
      break;
    }
    case ExtensionMember::Kind::operator_:
      if (member.arguments.size() != 2) break;
      add(operator_id(member.name, member.arguments[0], member.arguments[1]));
      break;
    case ExtensionMember::Kind::operator_class:
      add(method_object_id(ObjectKind::operator_class, member.name, Identifier(member.method)));
      break;
    case ExtensionMember::Kind::other: break;
  }
  return ids;
}

// New objects wait until the extension gives up their names.
void precede_names(Action& drop, const Scope& scope) {
  const auto members = scope.current.extension_contents.find(drop.id.name);
  if (members == scope.current.extension_contents.end()) return;
  for (const ExtensionMember& member : members->second) {
    for (const ObjectId& id : of_same_name(member, scope.desired)) {
      if (scope.is_new(id)) drop.precedes.push_back(id);
    }
  }
}

}  // namespace

Actions create(const ObjectId& id, const Extension& desired, const Scope&) {
  SqlWriter sql("CREATE EXTENSION");
  sql.name(Identifier(id.name));
  // An extension that belongs into pg_catalog says so itself and goes nowhere else.
  const bool placed = !desired.space.empty() && desired.space.text() != "pg_catalog";
  if (placed) sql.keyword("SCHEMA").name(desired.space);
  return Action::making(id).statement(sql);
}

Actions drop(const ObjectId& id, const Extension&, const Scope& scope) {
  SqlWriter sql("DROP EXTENSION");
  Action action = Action::dropping(id).statement(sql.name(Identifier(id.name)));
  // Expressions don't say that they name something of it.
  action.late = true;
  precede_names(action, scope);
  return action;
}

// What uses it follows, so that all other statements speak of where it is afterwards.
Actions alter(const ObjectId& id, const Extension&, const Extension& desired,
              const Changed<Extension>&, const Scope& scope) {
  if (desired.space.empty()) return {};
  SqlWriter sql("ALTER EXTENSION");
  sql.name(Identifier(id.name)).keyword("SET SCHEMA").name(desired.space);
  const bool followed = moves_extension(id, scope.current, scope.desired);
  Action action = followed ? Action::renaming(id, id) : Action::making(id);
  return action.need(object_id(ObjectKind::namespace_, desired.space)).statement(sql);
}

Actions rename(const ObjectId&, const ObjectId&, const Extension&, const Scope&) {
  return Actions::not_possible("an extension can't be renamed");
}

}  // namespace pgplumb::diff
