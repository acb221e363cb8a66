// The objects that GRANT and REVOKE name.
#include <algorithm>
#include <optional>
#include <set>

#include "parse/extension_members.hpp"
#include "parse/grants.hpp"
#include "parse/object_lookup.hpp"
#include "parse/replay.hpp"
#include "parse/routine_definition.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"
#include "sql/types.hpp"

namespace pgplumb::parse {
namespace {

using Targets = std::vector<ObjectId>;

RoutineWord word_of(::ObjectType type) {
  if (type == OBJECT_PROCEDURE) return RoutineWord::procedure;
  return type == OBJECT_ROUTINE ? RoutineWord::routine : RoutineWord::function;
}

// Those that GRANT may speak of.
template <typename Meant>
bool add_members(Meant&& is_meant, Targets& targets, const Catalog& catalog) {
  const std::size_t before = targets.size();
  for (const auto& [extension, members] : catalog.extension_contents) {
    if (!catalog.contains(object_id(ObjectKind::extension, Identifier(extension)))) continue;
    for (const ExtensionMember& member : members) {
      if (member.grantable && is_meant(member)) targets.push_back(*subject_of(member));
    }
  }
  return targets.size() > before;
}

// One that an extension brings; `signature`: of a routine that is written with its arguments.
bool add_member(const std::vector<std::string>& names, ExtensionMember::Kind kind,
                const std::optional<std::string>& signature, Targets& targets, Replay& replay) {
  const Catalog& catalog = replay.catalog();
  const auto name = find_extension_member(names, kind, catalog, replay.search_path());
  if (!name) return false;
  const auto is_meant = [&](const ExtensionMember& member) {
    return member.kind == kind && member.name == *name &&
           (!signature || subject_of(member)->member == *signature);
  };
  Targets found;
  if (!add_members(is_meant, found, catalog) || found.size() > 1) return false;
  targets.push_back(found.front());
  return true;
}

// What an extension brings that the text knows by its name only: a server can tell.
void ask_about_members(const std::string& what, Replay& replay) {
  replay.opaque("privileges on " + what + ", which an extension may bring", std::set<ObjectId>{});
}

// Nothing in the model by that name: an extension's, or a mistake.
void report_missing(const std::vector<std::string>& names, std::string_view what,
                    ExtensionMember::Kind kind, Replay& replay) {
  const std::string subject = std::string(what) + " " + names.back();
  const bool builtin =
      names.size() > 1 ? names[names.size() - 2] == "pg_catalog" : is_built_in(names.back(), kind);
  if (!builtin && sql::has_unknown_contents(replay.catalog())) {
    ask_about_members(subject, replay);
  } else if (may_be_outside(names, kind, replay.catalog(), replay.search_path())) {
    replay.unmanaged("privileges on " + subject);
  } else {
    replay.unresolved(what, names.back());
  }
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
    if (add_member(names, ExtensionMember::Kind::relation, {}, targets, replay)) continue;
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
    const auto names = sql::strings_of(name->objname);
    const auto signature = written_signature(*name, replay);
    if (add_member(names, ExtensionMember::Kind::routine, signature, targets, replay)) continue;
    report_missing(names, "function", ExtensionMember::Kind::routine, replay);
  }
}

void add_types(const ::GrantStmt& statement, Targets& targets, Replay& replay) {
  for (const List* name : sql::items<List>(statement.objects)) {
    if (const auto id = replay.find_type(name)) {
      targets.push_back(*id);
      continue;
    }
    const auto names = sql::strings_of(name);
    if (add_member(names, ExtensionMember::Kind::type, {}, targets, replay)) continue;
    report_missing(names, "type", ExtensionMember::Kind::type, replay);
  }
}

// What stands in no namespace.
bool add_plain_member(const std::string& name, ObjectKind kind, Targets& targets,
                      const Replay& replay) {
  const auto is_meant = [&](const ExtensionMember& member) {
    return member.grantable == kind && member.name.name.text() == name;
  };
  return add_members(is_meant, targets, replay.catalog());
}

void add_namespaces(const ::GrantStmt& statement, Targets& targets, Replay& replay) {
  for (const std::string& name : sql::strings_of(statement.objects)) {
    const ObjectId id = object_id(ObjectKind::namespace_, Identifier(name));
    if (replay.model().contains(id)) {
      targets.push_back(id);
    } else if (add_plain_member(name, id.kind, targets, replay)) {
      continue;
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
    } else if (add_plain_member(name, kind, targets, replay)) {
      continue;
    } else if (is_plain_member(name, replay.catalog()) &&
               sql::has_unknown_contents(replay.catalog())) {
      ask_about_members(described(id), replay);
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
    } else if (add_plain_member(found.name, ObjectKind::language, targets, replay)) {
      continue;
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

bool is_meant(::ObjectType type, const ExtensionMember& member) {
  switch (type) {
    case OBJECT_TABLE: return member.grantable == ObjectKind::relation;
    case OBJECT_SEQUENCE: return member.grantable == ObjectKind::sequence;
    case OBJECT_ROUTINE: return member.grantable == ObjectKind::routine;
    default:
      return member.grantable == ObjectKind::routine &&
             member.procedure == (type == OBJECT_PROCEDURE);
  }
}

// An extension of which is not known what it brings.
bool may_bring_more(const std::vector<std::string>& spaces, const Catalog& catalog) {
  for (const auto [id, extension] : catalog.all<Extension>()) {
    if (!sql::has_unknown_contents(catalog, id)) continue;
    const std::string& space = extension.space.text();
    if (space.empty() || std::find(spaces.begin(), spaces.end(), space) != spaces.end())
      return true;
  }
  return false;
}

void add_all_in_namespaces(const ::GrantStmt& statement, Targets& targets, Replay& replay) {
  const auto spaces = sql::strings_of(statement.objects);
  for (const std::string& space : spaces) {
    Targets found;
    if (!replay.model().contains(object_id(ObjectKind::namespace_, Identifier(space))) &&
        !add_plain_member(space, ObjectKind::namespace_, found, replay)) {
      replay.unresolved("schema", space);
    }
  }
  const auto is_inside = [&](const std::string& space) {
    return std::find(spaces.begin(), spaces.end(), space) != spaces.end();
  };
  for (const auto& [id, object] : replay.catalog().objects()) {
    const bool inside = is_inside(id.space);
    if (inside && !id.subject && is_meant(statement.objtype, object)) targets.push_back(id);
  }
  const auto is_meant_too = [&](const ExtensionMember& member) {
    return is_inside(member.name.space.text()) && is_meant(statement.objtype, member);
  };
  add_members(is_meant_too, targets, replay.catalog());
  if (replay.options().opaque_resolver != nullptr && may_bring_more(spaces, replay.catalog())) {
    ask_about_members("all in a schema", replay);
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
