#include "parse/object_lookup.hpp"

#include <vector>

#include "parse/extension_members.hpp"
#include "parse/operator_family.hpp"
#include "parse/operators.hpp"
#include "parse/relation_tree.hpp"
#include "parse/routine_definition.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"
#include "sql/types.hpp"

namespace pgplumb::parse {
namespace {

const ::List* as_list(const ::Node* node) { return PGPLUMB_NODE_AS(node, List); }

bool may_be_member(const ::List* names, ExtensionMember::Kind kind, const Replay& replay) {
  return parse::may_be_member(sql::strings_of(names), kind, replay.catalog(), replay.search_path());
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
    case OBJECT_RULE: return "rule";
    case OBJECT_STATISTIC_EXT: return "statistics object";
    case OBJECT_EVENT_TRIGGER: return "event trigger";
    case OBJECT_PUBLICATION: return "publication";
    case OBJECT_SUBSCRIPTION: return "subscription";
    case OBJECT_LANGUAGE: return "language";
    case OBJECT_ACCESS_METHOD: return "access method";
    case OBJECT_TRANSFORM: return "transform";
    case OBJECT_TABCONSTRAINT:
    case OBJECT_DOMCONSTRAINT: return "constraint";
    case OBJECT_AGGREGATE: return "aggregate";
    case OBJECT_CAST: return "cast";
    case OBJECT_COLLATION: return "collation";
    case OBJECT_CONVERSION: return "conversion";
    case OBJECT_OPERATOR: return "operator";
    case OBJECT_OPCLASS: return "operator class";
    case OBJECT_OPFAMILY: return "operator family";
    case OBJECT_TSPARSER: return "text search parser";
    case OBJECT_TSTEMPLATE: return "text search template";
    case OBJECT_TSDICTIONARY: return "text search dictionary";
    case OBJECT_TSCONFIGURATION: return "text search configuration";
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

// A bare name means the one in pg_catalog before all others.
bool is_builtin_type(const ::List* names) {
  const auto parts = sql::strings_of(names);
  const bool own_space = parts.size() < 2 || parts[parts.size() - 2] == "pg_catalog";
  return own_space && sql::is_builtin_type(parts.back());
}

void find_type(const ::Node* object, const Replay& replay, FoundObject& found) {
  const auto* type = PGPLUMB_NODE_AS(object, TypeName);
  const ::List* names = type != nullptr ? type->names : as_list(object);
  found.name = written(names);
  found.id = replay.find_type(names);
  found.builtin = is_builtin_type(names);
  found.outside = !found.id && may_be_member(names, ExtensionMember::Kind::type, replay);
}

void find_function(int type, const ::Node* object, const Replay& replay, FoundObject& found) {
  const auto& function = *reinterpret_cast<const ::ObjectWithArgs*>(object);
  const RoutineWord word = type == OBJECT_PROCEDURE ? RoutineWord::procedure
                           : type == OBJECT_ROUTINE ? RoutineWord::routine
                                                    : RoutineWord::function;
  found.name = written(function.objname);
  if (type != OBJECT_AGGREGATE) found.id = find_routine(function, word, replay);
  // To most statements an aggregate is a function as well.
  const bool aggregate_too = type != OBJECT_PROCEDURE && !found.id;
  if (aggregate_too) found.id = find_aggregate(function, replay);
  found.outside =
      !found.id && may_be_member(function.objname, ExtensionMember::Kind::routine, replay);
}

std::optional<ObjectKind> named_kind(int type) {
  switch (type) {
    case OBJECT_COLLATION: return ObjectKind::collation;
    case OBJECT_CONVERSION: return ObjectKind::conversion;
    case OBJECT_TSPARSER: return ObjectKind::text_search_parser;
    case OBJECT_TSTEMPLATE: return ObjectKind::text_search_template;
    case OBJECT_TSDICTIONARY: return ObjectKind::text_search_dictionary;
    case OBJECT_TSCONFIGURATION: return ObjectKind::text_search_configuration;
    default: return std::nullopt;
  }
}

void find_named(ObjectKind kind, const ::List* names, const Replay& replay, FoundObject& found) {
  const auto parts = sql::strings_of(names);
  found.name = written(names);
  SearchPath spaces = replay.search_path();
  if (parts.size() > 1) spaces = {parts[parts.size() - 2]};
  for (const std::string& space : spaces) {
    const ObjectId id = object_id(kind, qualified(space, parts.back()));
    if (!found.id && replay.catalog().contains(id)) found.id = id;
  }
  found.outside = !found.id && may_be_member(names, ExtensionMember::Kind::other, replay);
}

// The access method stands before the names.
void find_by_method(ObjectKind kind, const ::List* list, const Replay& replay, FoundObject& found) {
  const std::string method = sql::strings_of(list).front();
  const ::List* names = list_copy_tail(list, 1);
  found.name = written(names);
  found.id = find_of_method(kind, names, method.c_str(), replay);
  found.outside =
      !found.id && (may_be_member(names, ExtensionMember::Kind::operator_class, replay) ||
                    may_be_member(names, ExtensionMember::Kind::other, replay));
}

TypeRef bare_type(const ::TypeName& name, const Replay& replay) {
  TypeRef type = replay.type(name);
  type.modifiers.clear();
  return type;
}

void find_operator(const ::ObjectWithArgs& name, const Replay& replay, FoundObject& found) {
  const auto types = sql::items<::TypeName>(name.objargs);
  const auto parts = sql::strings_of(name.objname);
  found.name = written(name.objname);
  if (types.size() != 2 || types[1] == nullptr) return;
  const TypeRef left = types[0] == nullptr ? TypeRef{} : bare_type(*types[0], replay);
  const TypeRef right = bare_type(*types[1], replay);
  if (const auto op = find_exact_operator(parts, left, right, replay)) {
    const ObjectId id = operator_id(*op, left, right);
    if (replay.catalog().contains(id)) found.id = id;
  }
  found.outside =
      !found.id && may_be_member(name.objname, ExtensionMember::Kind::operator_, replay);
}

// The cast of a range type to its multirange type comes and goes with them: no object of its own.
bool is_cast_of_range(const TypeRef& source, const TypeRef& target, const Catalog& catalog) {
  const auto* range = catalog.get<RangeType>(object_id(ObjectKind::range_type, source.name));
  return range != nullptr && !source.array && !target.array && range->multirange == target.name;
}

// An extension's, whose casts are its own as well.
bool is_foreign_type(const TypeRef& type, const Replay& replay) {
  if (!type.resolved()) return true;
  const std::vector<std::string> names = {type.name.space.text(), type.name.name.text()};
  return names.front() != "pg_catalog" &&
         parse::may_be_member(names, ExtensionMember::Kind::type, replay.catalog(),
                              replay.search_path());
}

void find_cast(const ::List* types, const Replay& replay, FoundObject& found) {
  const auto both = sql::items<::TypeName>(types);
  const TypeRef source = bare_type(*both[0], replay);
  const TypeRef target = bare_type(*both[1], replay);
  const ObjectId id = cast_id(source, target);
  found.name = shown(id);
  if (replay.catalog().contains(id)) found.id = id;
  const bool foreign = is_foreign_type(source, replay) || is_foreign_type(target, replay);
  found.outside = !found.id && (foreign || is_cast_of_range(source, target, replay.catalog()));
}

void find_plain(ObjectKind kind, const std::string& name, const Replay& replay,
                FoundObject& found) {
  found.name = name;
  const ObjectId id = object_id(kind, Identifier(name));
  if (replay.catalog().contains(id)) found.id = id;
}

// The same of kinds that extensions bring, many of them one of their own name.
void find_plain_or_member(ObjectKind kind, const std::string& name, const Replay& replay,
                          FoundObject& found) {
  find_plain(kind, name, replay, found);
  found.outside = !found.id && is_plain_member(name, replay.catalog());
}

// Kinds whose names are looked up along the search path on their own.
void find_in_spaces(ObjectKind kind, const ::List* names, const Replay& replay,
                    FoundObject& found) {
  found.name = written(names);
  const auto parts = sql::strings_of(names);
  SearchPath spaces = replay.search_path();
  if (parts.size() > 1) spaces = {parts[parts.size() - 2]};
  for (const std::string& space : spaces) {
    const ObjectId id = object_id(kind, qualified(space, parts.back()));
    if (!replay.catalog().contains(id)) continue;
    found.id = id;
    return;
  }
}

bool is_builtin_language(const std::string& name) {
  return name == "sql" || name == "c" || name == "internal";
}

void find_language(const std::string& name, const Replay& replay, FoundObject& found) {
  find_plain_or_member(ObjectKind::language, name, replay, found);
  found.outside |= !found.id && is_builtin_language(name);
}

bool is_builtin_access_method(const std::string& name) {
  return name == "heap" || name == "btree" || name == "hash" || name == "gist" || name == "gin" ||
         name == "spgist" || name == "brin";
}

void find_access_method(const std::string& name, const Replay& replay, FoundObject& found) {
  find_plain_or_member(ObjectKind::access_method, name, replay, found);
  found.outside |= !found.id && is_builtin_access_method(name);
}

// A type and a language.
void find_transform(const ::Node* object, const Replay& replay, FoundObject& found) {
  const auto both = sql::items<::Node>(as_list(object));
  const auto& type = *reinterpret_cast<const ::TypeName*>(both[0]);
  const std::string language = sql::string_of(both[1]);
  found.name = written(type.names) + " for " + language;
  ObjectId id = object_id(ObjectKind::transform, replay.type(type).name);
  id.member = language;
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
    case OBJECT_AGGREGATE:
    case OBJECT_FUNCTION:
    case OBJECT_PROCEDURE:
    case OBJECT_ROUTINE: find_function(type, object, replay, found); break;
    case OBJECT_OPERATOR:
      find_operator(*reinterpret_cast<const ::ObjectWithArgs*>(object), replay, found);
      break;
    case OBJECT_CAST: find_cast(as_list(object), replay, found); break;
    case OBJECT_OPCLASS:
      find_by_method(ObjectKind::operator_class, as_list(object), replay, found);
      break;
    case OBJECT_OPFAMILY:
      find_by_method(ObjectKind::operator_family, as_list(object), replay, found);
      break;
    case OBJECT_SCHEMA:
      find_plain(ObjectKind::namespace_, object ? sql::string_of(object) : sql::text_of(part),
                 replay, found);
      break;
    case OBJECT_FOREIGN_SERVER:
      find_plain_or_member(ObjectKind::foreign_server,
                           object ? sql::string_of(object) : sql::text_of(part), replay, found);
      break;
    case OBJECT_FDW:
      find_plain_or_member(ObjectKind::foreign_data_wrapper,
                           object ? sql::string_of(object) : sql::text_of(part), replay, found);
      break;
    case OBJECT_EXTENSION:
      find_plain(ObjectKind::extension, sql::string_of(object), replay, found);
      break;
    case OBJECT_TRIGGER:
      find_part(ObjectKind::trigger, object, relation, part, replay, found);
      break;
    case OBJECT_RULE: find_part(ObjectKind::rule, object, relation, part, replay, found); break;
    case OBJECT_STATISTIC_EXT:
      find_in_spaces(ObjectKind::statistics_object, as_list(object), replay, found);
      break;
    case OBJECT_EVENT_TRIGGER:
      find_plain_or_member(ObjectKind::event_trigger, sql::string_of(object), replay, found);
      break;
    case OBJECT_PUBLICATION:
      find_plain(ObjectKind::publication, sql::string_of(object), replay, found);
      break;
    case OBJECT_SUBSCRIPTION:
      find_plain(ObjectKind::subscription, sql::string_of(object), replay, found);
      break;
    case OBJECT_LANGUAGE: find_language(sql::string_of(object), replay, found); break;
    case OBJECT_ACCESS_METHOD: find_access_method(sql::string_of(object), replay, found); break;
    case OBJECT_TRANSFORM: find_transform(object, replay, found); break;
    case OBJECT_POLICY: find_part(ObjectKind::policy, object, relation, part, replay, found); break;
    case OBJECT_TABCONSTRAINT:
      find_part(ObjectKind::constraint, object, relation, part, replay, found);
      break;
    case OBJECT_DOMCONSTRAINT: find_domain_constraint(object, part, replay, found); break;
    default:
      if (const auto kind = named_kind(type)) {
        find_named(*kind, as_list(object), replay, found);
      } else {
        found.managed = false;
      }
  }
  return found;
}

void report_missing(const FoundObject& found, bool missing_ok, Replay& replay) {
  if (found.builtin) return replay.unmanaged("");
  if (found.outside || missing_ok) return;
  replay.unresolved(found.what, found.name);
}

void rename_with_index(const ObjectId& before, const ObjectId& after, Replay& replay) {
  const auto* constraint = replay.catalog().get<Constraint>(before);
  const bool indexed = constraint != nullptr && has_index(*constraint);
  replay.rename(before, after);
  if (!indexed) return;
  replay.rename(object_id(ObjectKind::index, qualified(before.space, before.member)),
                object_id(ObjectKind::index, qualified(after.space, after.member)));
}

}  // namespace pgplumb::parse
