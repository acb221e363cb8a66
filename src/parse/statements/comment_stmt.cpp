// COMMENT ON.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "parse/extension_members.hpp"
#include "parse/object_lookup.hpp"
#include "parse/replay.hpp"
#include "parse/routine_definition.hpp"
#include "parse/statement_subject.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

const List* name_list(const ::Node* node) { return reinterpret_cast<const List*>(node); }

// The names before the last one, as a name of their own: [space.]relation.
RangeVar holder_name(const List* names) {
  const auto parts = sql::items<::String>(names);
  RangeVar name{};
  name.type = T_RangeVar;
  if (parts.size() > 1) name.relname = parts[parts.size() - 2]->sval;
  if (parts.size() > 2) name.schemaname = parts[parts.size() - 3]->sval;
  return name;
}

bool relation_may_be_outside(const std::vector<std::string>& names, const Replay& replay) {
  return may_be_outside(names, ExtensionMember::Kind::relation, replay.catalog(),
                        replay.search_path());
}

Subject class_subject(const List* names, bool index, const Replay& replay) {
  Subject subject{replay.find_class(names), false, written(names)};
  subject.outside = !subject.id && relation_may_be_outside(sql::strings_of(names), replay);
  // The index behind a constraint has comments of its own.
  if (index && subject.id && subject.id->kind == ObjectKind::constraint) {
    subject.id = object_id(ObjectKind::index, qualified(subject.id->space, subject.id->member));
  }
  return subject;
}

bool has_member(const ObjectId& id, const Replay& replay) {
  const std::optional<ObjectId> holder = parent_of(id);
  // Columns of views and composite types are no objects of their own: the holder's list tells.
  if (id.kind != ObjectKind::attribute || !holder || holder->kind == ObjectKind::relation) {
    return replay.catalog().contains(id);
  }
  if (const auto* view = replay.catalog().get<View>(*holder)) {
    const auto& known = view->columns;
    return known.empty() ||
           std::find(known.begin(), known.end(), Identifier(id.member)) != known.end();
  }
  return true;
}

// A column, table constraint, trigger or policy: the last name is the part's own.
Subject part_subject(const List* names, ObjectKind kind, const Replay& replay) {
  const RangeVar holder = holder_name(names);
  Subject subject{replay.find_class(holder), false, written(names)};
  std::vector<std::string> parts = sql::strings_of(names);
  const Identifier own(parts.back());
  parts.pop_back();
  subject.outside = !subject.id && relation_may_be_outside(parts, replay);
  if (!subject.id) return subject;
  const ObjectId part = part_of(*subject.id, kind, own);
  subject.id = std::nullopt;
  if (has_member(part, replay)) subject.id = part;
  return subject;
}

Subject type_subject(const ::Node* node, const Replay& replay) {
  const auto* type = PGPLUMB_NODE_AS(node, TypeName);
  const List* names = type != nullptr ? type->names : name_list(node);
  Subject subject{replay.find_type(names), false, written(names)};
  // A multirange type is no object of its own.
  const bool multirange = subject.id && subject.id->kind == ObjectKind::range_type &&
                          subject.id->name != sql::strings_of(names).back();
  if (multirange) return {std::nullopt, true, written(names)};
  subject.outside =
      !subject.id && may_be_outside(sql::strings_of(names), ExtensionMember::Kind::type,
                                    replay.catalog(), replay.search_path());
  return subject;
}

Subject domain_constraint_subject(const List* parts, const Replay& replay) {
  const auto both = sql::items<Node>(parts);
  Subject subject = type_subject(both[0], replay);
  const std::string name = sql::string_of(both[1]);
  subject.name += "." + name;
  if (!subject.id) return subject;
  subject.id = part_of(*subject.id, ObjectKind::constraint, Identifier(name));
  if (!replay.catalog().contains(*subject.id)) subject.id = std::nullopt;
  return subject;
}

Subject routine_subject(int type, const ::Node* object, const Replay& replay) {
  const auto& name = *reinterpret_cast<const ObjectWithArgs*>(object);
  const RoutineWord word = type == OBJECT_PROCEDURE ? RoutineWord::procedure
                           : type == OBJECT_ROUTINE ? RoutineWord::routine
                                                    : RoutineWord::function;
  Subject subject{find_routine(name, word, replay), false, written(name.objname)};
  if (!subject.id && word != RoutineWord::procedure) subject.id = find_aggregate(name, replay);
  subject.outside =
      !subject.id && may_be_outside(sql::strings_of(name.objname), ExtensionMember::Kind::routine,
                                    replay.catalog(), replay.search_path());
  return subject;
}

Subject plain_subject(const ::Node* node, ObjectKind kind, const Replay& replay) {
  const std::string name = sql::string_of(node);
  Subject subject{object_id(kind, Identifier(name)), false, name};
  if (!replay.catalog().contains(*subject.id)) subject.id = std::nullopt;
  return subject;
}

// What initdb writes; not a fact while it is there.
bool is_standard(const ObjectId& subject, const std::string& text) {
  if (subject.kind == ObjectKind::extension) {
    return subject.name == "plpgsql" && text == kPlpgsqlComment;
  }
  return is_public_namespace(subject) && text == kPublicComment;
}

std::optional<Subject> other_subject(int type, const ::Node* object, const Replay& replay) {
  const FoundObject found = find_object(type, object, nullptr, nullptr, replay);
  if (!found.managed) return std::nullopt;
  return Subject{found.id, found.outside, found.name};
}

}  // namespace

std::optional<Subject> subject_of(int type, const ::Node* object, const Replay& replay) {
  const List* names = name_list(object);
  switch (type) {
    case OBJECT_TABLE:
    case OBJECT_FOREIGN_TABLE:
    case OBJECT_VIEW:
    case OBJECT_MATVIEW:
    case OBJECT_SEQUENCE: return class_subject(names, false, replay);
    case OBJECT_INDEX: return class_subject(names, true, replay);
    case OBJECT_COLUMN: return part_subject(names, ObjectKind::attribute, replay);
    case OBJECT_TABCONSTRAINT: return part_subject(names, ObjectKind::constraint, replay);
    case OBJECT_TRIGGER: return part_subject(names, ObjectKind::trigger, replay);
    case OBJECT_POLICY: return part_subject(names, ObjectKind::policy, replay);
    case OBJECT_TYPE:
    case OBJECT_DOMAIN: return type_subject(object, replay);
    case OBJECT_DOMCONSTRAINT: return domain_constraint_subject(names, replay);
    case OBJECT_FUNCTION:
    case OBJECT_PROCEDURE:
    case OBJECT_ROUTINE: return routine_subject(type, object, replay);
    case OBJECT_SCHEMA: return plain_subject(object, ObjectKind::namespace_, replay);
    case OBJECT_EXTENSION: return plain_subject(object, ObjectKind::extension, replay);
    default: return other_subject(type, object, replay);
  }
}

namespace {

bool is_about_temporary(const ::CommentStmt& statement, const Replay& replay) {
  const auto* names = PGPLUMB_NODE_AS(statement.object, List);
  if (names == nullptr) return false;
  switch (statement.objtype) {
    case OBJECT_TABLE:
    case OBJECT_VIEW:
    case OBJECT_SEQUENCE:
    case OBJECT_INDEX: return replay.is_temporary(*range_var_of(names));
    case OBJECT_COLUMN:
    case OBJECT_TABCONSTRAINT:
    case OBJECT_TRIGGER:
    case OBJECT_POLICY:
    case OBJECT_RULE: return replay.is_temporary(holder_name(names));
    default: return false;
  }
}

}  // namespace

void lower(const ::CommentStmt& statement, Replay& replay) {
  if (is_about_temporary(statement, replay)) return;
  const auto subject = subject_of(statement.objtype, statement.object, replay);
  if (!subject || (!subject->id && subject->outside)) return replay.unmanaged("");
  if (!subject->id) return replay.unresolved("object", subject->name);
  const ObjectId id = about(ObjectKind::comment, *subject->id);
  const std::string text = sql::text_of(statement.comment);
  const bool is_said = !text.empty() || is_public_namespace(*subject->id);
  if (is_said && !is_standard(*subject->id, text)) return replay.put(id, Comment{text});
  if (replay.model().contains(id)) replay.drop(id);
}

}  // namespace pgplumb::parse
