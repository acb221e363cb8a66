#include <algorithm>

#include "parse/index_definition.hpp"
#include "parse/not_null.hpp"
#include "parse/object_lookup.hpp"
#include "parse/public_namespace.hpp"
#include "parse/range_constructors.hpp"
#include "parse/relation_tree.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/view_columns.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

bool is_class(const ObjectId& id) {
  switch (id.kind) {
    case ObjectKind::relation:
    case ObjectKind::view:
    case ObjectKind::materialized_view:
    case ObjectKind::sequence:
    case ObjectKind::index:
    case ObjectKind::composite_type: return true;
    default: return false;
  }
}

ObjectId renamed(const ObjectId& id, const std::string& name) {
  ObjectId after = id;
  (id.subject ? after.member : after.name) = name;
  return after;
}

bool name_is_free(const ObjectId& after, Replay& replay) {
  const bool class_taken = is_class(after) && !after.space.empty() &&
                           replay.catalog().find_class(after.qualified_name());
  if (!class_taken && !replay.catalog().contains(after)) return true;
  replay.error(DiagnosticCode::duplicate_object,
               "\"" + printable(shown(after)) + "\" exists already");
  return false;
}

void rename_column(const ObjectId& relation, const Identifier& before, const Identifier& after,
                   Replay& replay) {
  replay.rename_attribute(relation, before, after);
  for (const ObjectId& child : children_of(replay.catalog(), relation)) {
    if (replay.catalog().contains(attribute_id(child, before))) {
      rename_column(child, before, after, replay);
    }
  }
}

void rename_composite_attribute(const ObjectId& type, const Identifier& before,
                                const Identifier& after, Replay& replay) {
  const auto& attributes = replay.catalog().get<CompositeType>(type)->attributes;
  const bool known = std::any_of(attributes.begin(), attributes.end(),
                                 [&](const CompositeAttribute& a) { return a.name == before; });
  if (!known) return replay.unresolved("attribute", type.name + "." + before.text());
  replay.rename_attribute(type, before, after);
  for (const ObjectId& table : tables_of_type(replay.catalog(), type)) {
    rename_column(table, before, after, replay);
  }
}

// ALTER TABLE index RENAME COLUMN: only new indexes ever show that name.
template <typename Indexed>
void rename_label(Indexed& index, const ObjectId& id, const Identifier& before,
                  const Identifier& after, Replay& replay) {
  std::vector<std::string> labels = labels_of(index);
  const auto at = std::ranges::find(labels, before.text());
  if (at == labels.end()) return replay.unresolved("column", id.name + "." + before.text());
  if (std::ranges::count(labels, after.text()) > 0) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "column \"" + printable(after.text()) + "\" of index exists already");
  }
  *at = after.text();
  index.kept_labels.clear();
  for (const std::string& label : labels) index.kept_labels.emplace_back(label);
}

bool rename_index_column(const ObjectId& id, const Identifier& before, const Identifier& after,
                         Replay& replay) {
  if (auto* index = replay.model().get<Index>(id)) {
    return rename_label(*index, id, before, after, replay), true;
  }
  if (auto* key = replay.model().get<Constraint>(id)) {
    return rename_label(*key, id, before, after, replay), true;
  }
  return false;
}

void rename_column(const ::RenameStmt& statement, Replay& replay) {
  if (replay.is_temporary(*statement.relation)) return;
  const auto holder = replay.find_class(*statement.relation);
  if (!holder) {
    if (statement.missing_ok) return;
    return replay.unresolved("relation", written(*statement.relation),
                             statement.relation->location);
  }
  const Identifier before(sql::text_of(statement.subname));
  const Identifier after(sql::text_of(statement.newname));
  if (holder->kind == ObjectKind::composite_type) {
    return rename_composite_attribute(*holder, before, after, replay);
  }
  if (rename_index_column(*holder, before, after, replay)) return;
  if (holder->kind != ObjectKind::relation) {
    return rename_view_column(*holder, before, after, replay);
  }
  if (!replay.catalog().contains(attribute_id(*holder, before))) {
    return replay.unresolved("column", holder->name + "." + before.text());
  }
  if (!name_is_free(attribute_id(*holder, after), replay)) return;
  rename_column(*holder, before, after, replay);
}

// A check goes by one name in the whole tree, a row trigger too; keys and foreign keys do not.
bool is_shared_with_children(const ObjectId& id, const Catalog& catalog) {
  if (id.kind == ObjectKind::trigger) return catalog.get<Trigger>(id)->level == TriggerLevel::row;
  const auto* constraint = catalog.get<Constraint>(id);
  return constraint != nullptr && constraint->type == ConstraintType::check &&
         !constraint->no_inherit && id.subject == ObjectKind::relation;
}

// The multirange type that the statement names by its own name, of a range type.
bool rename_multirange(const ObjectId& range, const ::RenameStmt& statement, Replay& replay) {
  if (range.kind != ObjectKind::range_type) return false;
  const auto names = sql::strings_of(reinterpret_cast<const ::List*>(statement.object));
  const QualifiedName& multirange = replay.catalog().get<RangeType>(range)->multirange;
  if (names.back() == range.name || names.back() != multirange.name.text()) return false;
  const ObjectId before = object_id(ObjectKind::range_type, multirange);
  replay.rename(before, renamed(before, sql::text_of(statement.newname)));
  replay.touch(range);
  return true;
}

void rename_part(const ObjectId& before, const std::string& name, Replay& replay) {
  const bool shared = is_shared_with_children(before, replay.catalog());
  rename_with_index(before, renamed(before, name), replay);
  if (!shared) return;
  for (const ObjectId& child : children_of(replay.catalog(), relation_of(before))) {
    const ObjectId below = part_of(child, before.kind, Identifier(before.member));
    if (replay.catalog().contains(below)) rename_part(below, name, replay);
  }
}

// The namespace public gets another name, or another one its.
void rename_public(const ObjectId& before, const ObjectId& after, Replay& replay) {
  state_initial_facts(before, replay);
  replay.rename(before, after);
  drop_initial_facts(after, replay);
}

// From PostgreSQL 18 on NOT NULL is a constraint as well.
bool renames_not_null(const ::RenameStmt& statement, Replay& replay) {
  if (statement.renameType != OBJECT_TABCONSTRAINT) return false;
  const auto relation = replay.find_class(*statement.relation);
  const Identifier name(sql::text_of(statement.subname));
  if (!relation || replay.catalog().contains(constraint_id(*relation, name))) return false;
  const auto column = find_not_null(*relation, name, replay);
  if (!column) return false;
  rename_not_null(*column, Identifier(sql::text_of(statement.newname)), replay);
  return true;
}

// What has a row type of the same name.
bool stands_in_pg_class_first(ObjectKind kind) {
  return kind == ObjectKind::relation || kind == ObjectKind::view ||
         kind == ObjectKind::materialized_view;
}

}  // namespace

void lower(const ::RenameStmt& statement, Replay& replay) {
  if (renames_not_null(statement, replay)) return;
  if (statement.renameType == OBJECT_COLUMN || statement.renameType == OBJECT_ATTRIBUTE) {
    return rename_column(statement, replay);
  }
  const FoundObject found = find_object(statement.renameType, statement.object, statement.relation,
                                        statement.subname, replay);
  if (!found.managed) return replay.unmanaged("");
  if (!found.id) {
    if (statement.relation != nullptr && replay.is_temporary(*statement.relation) &&
        statement.subname == nullptr) {
      replay.note_temporary(sql::text_of(statement.newname));
    }
    if (statement.renameType == OBJECT_FUNCTION &&
        rename_constructor(*reinterpret_cast<const ::ObjectWithArgs*>(statement.object),
                           Identifier(sql::text_of(statement.newname)), replay)) {
      return;
    }
    return report_missing(found, statement.missing_ok, replay);
  }
  const bool row_type =
      statement.renameType == OBJECT_TYPE && stands_in_pg_class_first(found.id->kind);
  if (row_type) {
    return replay.error(DiagnosticCode::wrong_object_kind,
                        described(*found.id) +
                            " is no type of its own: its row type goes with it, use ALTER TABLE");
  }
  const std::string name = sql::text_of(statement.newname);
  if (rename_multirange(*found.id, statement, replay)) return;
  const ObjectId after = renamed(*found.id, name);
  if (!name_is_free(after, replay)) return;
  if (is_public_namespace(*found.id) || is_public_namespace(after)) {
    return rename_public(*found.id, after, replay);
  }
  rename_part(*found.id, name, replay);
}

}  // namespace pgplumb::parse
