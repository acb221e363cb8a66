#include "parse/object_lookup.hpp"

#include <vector>

#include "parse/extension_members.hpp"
#include "parse/relation_tree.hpp"
#include "parse/routine_definition.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

const ::List* as_list(const ::Node* node) { return PGPLUMB_NODE_AS(node, List); }

bool may_be_member(const ::List* names, ExtensionMember::Kind kind, const Replay& replay) {
  return may_be_outside(sql::strings_of(names), kind, replay.catalog(), replay.search_path());
}

const char* word_for(int type) {
  switch (type) {
    case OBJECT_TABLE: return "table";
    case OBJECT_FOREIGN_TABLE: return "foreign table";
    case OBJECT_FOREIGN_SERVER: return "server";
    case OBJECT_FDW: return "foreign-data wrapper";
    case OBJECT_VIEW: return "view";
    case OBJECT_MATVIEW: return "materialized view";
    case OBJECT_SEQUENCE: return "sequence";
    case OBJECT_INDEX: return "index";
    case OBJECT_TYPE: return "type";
    case OBJECT_DOMAIN: return "domain";
    case OBJECT_FUNCTION: return "function";
    case OBJECT_PROCEDURE: return "procedure";
    case OBJECT_ROUTINE: return "routine";
    case OBJECT_SCHEMA: return "schema";
    case OBJECT_EXTENSION: return "extension";
    case OBJECT_TRIGGER: return "trigger";
    case OBJECT_POLICY: return "policy";
    case OBJECT_TABCONSTRAINT:
    case OBJECT_DOMCONSTRAINT: return "constraint";
    default: return "object";
  }
}

void find_class(const ::RangeVar& name, const Replay& replay, FoundObject& found) {
  found.name = written(name);
  found.outside = replay.is_temporary(name);
  if (!found.outside) found.id = replay.find_class(name);
}

void find_class(const ::List* names, const Replay& replay, FoundObject& found) {
  find_class(*range_var_of(names), replay, found);
  if (!found.id) found.outside |= may_be_member(names, ExtensionMember::Kind::relation, replay);
}

void find_type(const ::Node* object, const Replay& replay, FoundObject& found) {
  const auto* type = PGPLUMB_NODE_AS(object, TypeName);
  const ::List* names = type != nullptr ? type->names : as_list(object);
  found.name = written(names);
  found.id = replay.find_type(names);
  found.outside = !found.id && may_be_member(names, ExtensionMember::Kind::type, replay);
}

void find_function(int type, const ::Node* object, const Replay& replay, FoundObject& found) {
  const auto& function = *reinterpret_cast<const ::ObjectWithArgs*>(object);
  const RoutineWord word = type == OBJECT_PROCEDURE ? RoutineWord::procedure
                           : type == OBJECT_ROUTINE ? RoutineWord::routine
                                                    : RoutineWord::function;
  found.name = written(function.objname);
  found.id = find_routine(function, word, replay);
  found.outside =
      !found.id && may_be_member(function.objname, ExtensionMember::Kind::routine, replay);
}

void find_plain(ObjectKind kind, const std::string& name, const Replay& replay,
                FoundObject& found) {
  found.name = name;
  const ObjectId id = object_id(kind, Identifier(name));
  if (replay.catalog().contains(id)) found.id = id;
}

// `object`: the relation's names and then the part's own, when `relation` is null.
void find_part(ObjectKind kind, const ::Node* object, const ::RangeVar* relation, const char* part,
               const Replay& replay, FoundObject& found) {
  std::string member = sql::text_of(part);
  if (relation != nullptr) {
    find_class(*relation, replay, found);
  } else {
    const auto names = sql::items<::Node>(as_list(object));
    member = sql::string_of(names[names.size() - 1]);
    ::List holder = *as_list(object);
    --holder.length;
    find_class(*range_var_of(&holder), replay, found);
  }
  found.name += "." + member;
  if (!found.id) return;
  const ObjectId holder = *found.id;
  found.id.reset();
  if (holder.subject) return;
  const ObjectId id = part_of(holder, kind, Identifier(member));
  if (replay.catalog().contains(id)) found.id = id;
}

void find_domain_constraint(const ::Node* object, const char* part, const Replay& replay,
                            FoundObject& found) {
  find_type(object, replay, found);
  if (!found.id) return;
  const ObjectId id = part_of(*found.id, ObjectKind::constraint, Identifier(sql::text_of(part)));
  found.name += "." + id.member;
  found.id.reset();
  if (replay.catalog().contains(id)) found.id = id;
}

}  // namespace

::RangeVar* range_var_of(const ::List* names) {
  auto* name = makeNode(RangeVar);
  const auto parts = sql::items<::String>(names);
  name->relname = parts[parts.size() - 1]->sval;
  if (parts.size() > 1) name->schemaname = parts[parts.size() - 2]->sval;
  name->relpersistence = 'p';
  name->inh = true;
  name->location = -1;
  return name;
}

FoundObject find_object(int type, const ::Node* object, const ::RangeVar* relation,
                        const char* part, const Replay& replay) {
  FoundObject found;
  found.what = word_for(type);
  switch (type) {
    case OBJECT_TABLE:
    case OBJECT_FOREIGN_TABLE:
    case OBJECT_VIEW:
    case OBJECT_MATVIEW:
    case OBJECT_SEQUENCE:
    case OBJECT_INDEX:
      relation != nullptr ? find_class(*relation, replay, found)
                          : find_class(as_list(object), replay, found);
      break;
    case OBJECT_TYPE:
    case OBJECT_DOMAIN: find_type(object, replay, found); break;
    case OBJECT_FUNCTION:
    case OBJECT_PROCEDURE:
    case OBJECT_ROUTINE: find_function(type, object, replay, found); break;
    case OBJECT_SCHEMA:
      find_plain(ObjectKind::namespace_, object ? sql::string_of(object) : sql::text_of(part),
                 replay, found);
      break;
    case OBJECT_FOREIGN_SERVER:
      find_plain(ObjectKind::foreign_server, object ? sql::string_of(object) : sql::text_of(part),
                 replay, found);
      break;
    case OBJECT_FDW:
      find_plain(ObjectKind::foreign_data_wrapper,
                 object ? sql::string_of(object) : sql::text_of(part), replay, found);
      // An extension's own is not in the model.
      found.outside = !found.id && replay.catalog().contains(
                                       object_id(ObjectKind::extension, Identifier(found.name)));
      break;
    case OBJECT_EXTENSION:
      find_plain(ObjectKind::extension, sql::string_of(object), replay, found);
      break;
    case OBJECT_TRIGGER:
      find_part(ObjectKind::trigger, object, relation, part, replay, found);
      break;
    case OBJECT_POLICY: find_part(ObjectKind::policy, object, relation, part, replay, found); break;
    case OBJECT_TABCONSTRAINT:
      find_part(ObjectKind::constraint, object, relation, part, replay, found);
      break;
    case OBJECT_DOMCONSTRAINT: find_domain_constraint(object, part, replay, found); break;
    default: found.managed = false;
  }
  return found;
}

void report_missing(const FoundObject& found, bool missing_ok, Replay& replay) {
  if (found.outside || missing_ok) return;
  replay.unresolved(found.what, found.name);
}

void rename_with_index(const ObjectId& before, const ObjectId& after, Replay& replay) {
  const auto* constraint = replay.catalog().get<Constraint>(before);
  const bool has_index = constraint != nullptr && is_key(*constraint);
  replay.rename(before, after);
  if (!has_index) return;
  replay.rename(object_id(ObjectKind::index, qualified(before.space, before.member)),
                object_id(ObjectKind::index, qualified(after.space, after.member)));
}

}  // namespace pgplumb::parse
