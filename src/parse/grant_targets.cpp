// The objects that GRANT and REVOKE name.
#include <algorithm>

#include "parse/extension_members.hpp"
#include "parse/grants.hpp"
#include "parse/object_lookup.hpp"
#include "parse/replay.hpp"
#include "parse/routine_definition.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

using Targets = std::vector<ObjectId>;

RoutineWord word_of(::ObjectType type) {
  if (type == OBJECT_PROCEDURE) return RoutineWord::procedure;
  return type == OBJECT_ROUTINE ? RoutineWord::routine : RoutineWord::function;
}

// Nothing in the model by that name: an extension's, or a mistake.
void report_missing(const std::vector<std::string>& names, std::string_view what,
                    ExtensionMember::Kind kind, Replay& replay) {
  if (may_be_outside(names, kind, replay.catalog(), replay.search_path())) {
    return replay.unmanaged("privileges on " + std::string(what) + " " + names.back());
  }
  replay.unresolved(what, names.back());
}

void add_relations(const ::GrantStmt& statement, Targets& targets, Replay& replay) {
  for (const RangeVar* name : sql::items<RangeVar>(statement.objects)) {
    if (replay.is_temporary(*name)) continue;
    if (const auto id = replay.find_class(*name)) {
      targets.push_back(*id);
      continue;
    }
    std::vector<std::string> names = {name->relname};
    if (name->schemaname != nullptr) names.insert(names.begin(), name->schemaname);
    report_missing(names, "relation", ExtensionMember::Kind::relation, replay);
  }
}

void add_routines(const ::GrantStmt& statement, Targets& targets, Replay& replay) {
  for (const auto* name : sql::items<ObjectWithArgs>(statement.objects)) {
    auto id = find_routine(*name, word_of(statement.objtype), replay);
    if (!id && statement.objtype != OBJECT_PROCEDURE) id = find_aggregate(*name, replay);
    if (id) {
      targets.push_back(*id);
      continue;
    }
    report_missing(sql::strings_of(name->objname), "function", ExtensionMember::Kind::routine,
                   replay);
  }
}

void add_types(const ::GrantStmt& statement, Targets& targets, Replay& replay) {
  for (const List* name : sql::items<List>(statement.objects)) {
    if (const auto id = replay.find_type(name))
      targets.push_back(*id);
    else
      report_missing(sql::strings_of(name), "type", ExtensionMember::Kind::type, replay);
  }
}

void add_namespaces(const ::GrantStmt& statement, Targets& targets, Replay& replay) {
  for (const std::string& name : sql::strings_of(statement.objects)) {
    const ObjectId id = object_id(ObjectKind::namespace_, Identifier(name));
    if (replay.model().contains(id)) {
      targets.push_back(id);
    } else if (name == "pg_catalog" || name == "information_schema") {
      replay.unmanaged("privileges on schema " + name);
    } else {
      replay.unresolved("schema", name);
    }
  }
}

void add_plain(const ::GrantStmt& statement, ObjectKind kind, Targets& targets, Replay& replay) {
  for (const std::string& name : sql::strings_of(statement.objects)) {
    const ObjectId id = object_id(kind, Identifier(name));
    if (replay.catalog().contains(id)) {
      targets.push_back(id);
    } else if (is_plain_member(name, replay.catalog())) {
      replay.unmanaged("privileges on " + described(id));
    } else {
      replay.unresolved(facts_of(kind).words, name);
    }
  }
}

void add_languages(const ::GrantStmt& statement, Targets& targets, Replay& replay) {
  for (const ::Node* name : sql::items<::Node>(statement.objects)) {
    const FoundObject found = find_object(OBJECT_LANGUAGE, name, nullptr, nullptr, replay);
    if (found.id) {
      targets.push_back(*found.id);
    } else if (found.outside) {
      replay.unmanaged("privileges on language " + found.name);
    } else {
      replay.unresolved(found.what, found.name);
    }
  }
}

bool stands_in_class(::ObjectType type, ObjectKind kind) {
  if (type == OBJECT_SEQUENCE) return kind == ObjectKind::sequence;
  return kind == ObjectKind::relation || kind == ObjectKind::view ||
         kind == ObjectKind::materialized_view;
}

bool is_meant(::ObjectType type, const Object& object) {
  if (type == OBJECT_TABLE || type == OBJECT_SEQUENCE) {
    return stands_in_class(type, kind_of(object));
  }
  if (std::holds_alternative<Aggregate>(object)) return type != OBJECT_PROCEDURE;
  const auto* routine = std::get_if<Routine>(&object);
  if (routine == nullptr) return false;
  const bool procedure = routine->routine_kind == RoutineKind::procedure;
  return type == OBJECT_ROUTINE || procedure == (type == OBJECT_PROCEDURE);
}

void add_all_in_namespaces(const ::GrantStmt& statement, Targets& targets, Replay& replay) {
  const auto spaces = sql::strings_of(statement.objects);
  for (const std::string& space : spaces) {
    if (!replay.model().contains(object_id(ObjectKind::namespace_, Identifier(space)))) {
      replay.unresolved("schema", space);
    }
  }
  for (const auto& [id, object] : replay.catalog().objects()) {
    const bool inside = std::find(spaces.begin(), spaces.end(), id.space) != spaces.end();
    if (inside && !id.subject && is_meant(statement.objtype, object)) targets.push_back(id);
  }
}

}  // namespace

std::vector<ObjectId> grant_targets(const ::GrantStmt& statement, Replay& replay) {
  Targets targets;
  if (statement.targtype == ACL_TARGET_ALL_IN_SCHEMA) {
    add_all_in_namespaces(statement, targets, replay);
    return targets;
  }
  switch (statement.objtype) {
    case OBJECT_TABLE:
    case OBJECT_SEQUENCE: add_relations(statement, targets, replay); break;
    case OBJECT_FUNCTION:
    case OBJECT_PROCEDURE:
    case OBJECT_ROUTINE: add_routines(statement, targets, replay); break;
    case OBJECT_TYPE:
    case OBJECT_DOMAIN: add_types(statement, targets, replay); break;
    case OBJECT_LANGUAGE: add_languages(statement, targets, replay); break;
    case OBJECT_SCHEMA: add_namespaces(statement, targets, replay); break;
    case OBJECT_FDW: add_plain(statement, ObjectKind::foreign_data_wrapper, targets, replay); break;
    case OBJECT_FOREIGN_SERVER:
      add_plain(statement, ObjectKind::foreign_server, targets, replay);
      break;
    default: replay.unmanaged(""); break;
  }
  return targets;
}

}  // namespace pgplumb::parse
