#include "parse/inheritance.hpp"

#include <algorithm>

#include "parse/partitions.hpp"
#include "parse/relation_tree.hpp"

namespace pgplumb::parse {
namespace {

ColumnDraft inherited_column(const Catalog& catalog, const ObjectId& id) {
  ColumnDraft draft;
  draft.name = Identifier(id.member);
  draft.attribute = *catalog.get<Attribute>(id);
  draft.attribute.local = false;
  draft.attribute.inherited_from = 1;
  draft.attribute.not_null_validated = true;  // without rows, or with a default in each
  draft.attribute.identity = Identity::none;
  draft.attribute.statistics_target.reset();
  draft.attribute.options.clear();
  draft.attribute.foreign_options.clear();
  const auto* value = catalog.get<AttributeDefault>(default_id(relation_of(id), draft.name));
  if (value != nullptr) draft.default_value = restated(value->expression);
  return draft;
}

ColumnDraft* find(std::vector<ColumnDraft>& columns, const Identifier& name) {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const ColumnDraft& column) { return column.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

void merge_parents(ColumnDraft& column, const ColumnDraft& other) {
  ++column.attribute.inherited_from;
  if (!column.attribute.not_null) column.attribute.not_null_name = other.attribute.not_null_name;
  column.attribute.not_null |= other.attribute.not_null;
  if (column.default_value.empty()) column.default_value = other.default_value;
}

// Storage and compression of the parent hold unless the child says otherwise.
void merge_own(ColumnDraft& column, const ColumnDraft& own, ChildKind kind) {
  Attribute& attribute = column.attribute;
  if (kind == ChildKind::inheriting) attribute.local = true;
  if (own.attribute.not_null) attribute.not_null_name = own.attribute.not_null_name;
  attribute.not_null |= own.attribute.not_null;
  if (own.attribute.storage != Storage::type_default) attribute.storage = own.attribute.storage;
  if (!own.attribute.compression.empty()) attribute.compression = own.attribute.compression;
  if (own.attribute.generated != Generated::none) attribute.generated = own.attribute.generated;
  if (own.attribute.identity != Identity::none) attribute.identity = own.attribute.identity;
  if (own.default_written || !own.default_value.empty()) column.default_value = own.default_value;
  // PostgreSQL 15 lets a partition of a generated column say DEFAULT NULL: it is generated as NULL.
  const bool is_null = own.default_written && own.default_value.empty();
  if (is_null && attribute.generated != Generated::none) column.default_value.text = "NULL";
  attribute.foreign_options = own.attribute.foreign_options;
  column.sequence = own.sequence;
  column.constraints = own.constraints;
  column.location = own.location;
}

// A table that is being made has none yet that could violate a check.
enum class ChildRows { none, some };

// A copy of a parent's check for a child that has none of that name; else one more parent counts.
void inherit_check(const ObjectId& check, const ObjectId& child, ChildRows rows, Replay& replay) {
  const auto* parent = replay.catalog().get<Constraint>(check);
  if (parent->type != ConstraintType::check || parent->no_inherit) return;
  const ObjectId id = constraint_id(child, Identifier(check.member));
  if (auto* known = replay.model().get<Constraint>(id)) {
    ++known->inherited_from;
    replay.touch(id);
    return;
  }
  Constraint copy = *parent;
  copy.check = restated(copy.check);
  copy.local = false;
  copy.inherited_from = 1;
  if (rows == ChildRows::none) copy.validated = copy.enforced;
  replay.put(id, std::move(copy));
}

bool is_partition_of(const Catalog& catalog, const ObjectId& child, const ObjectId& parent) {
  const auto* relation = catalog.get<Relation>(child);
  return relation != nullptr && relation->partition_of == parent.qualified_name();
}

template <typename Part>
void join_part(const ObjectId& id, ChildKind kind, Replay& replay) {
  auto* part = replay.model().get<Part>(id);
  if (part == nullptr) return;
  ++part->inherited_from;
  if (kind == ChildKind::partition) part->local = false;
  replay.touch(id);
}

template <typename Part>
void leave_part(const ObjectId& id, Replay& replay) {
  auto* part = replay.model().get<Part>(id);
  if (part == nullptr || part->inherited_from == 0) return;
  if (--part->inherited_from == 0) part->local = true;
  replay.touch(id);
}

}  // namespace

std::vector<ColumnDraft> merged_columns(const std::vector<ObjectId>& parents,
                                        std::vector<ColumnDraft> own, ChildKind kind,
                                        const Replay& replay) {
  std::vector<ColumnDraft> columns;
  for (const ObjectId& parent : parents) {
    for (const ObjectId& id : replay.catalog().attributes_of(parent)) {
      ColumnDraft column = inherited_column(replay.catalog(), id);
      if (ColumnDraft* known = find(columns, column.name)) {
        merge_parents(*known, column);
      } else {
        columns.push_back(std::move(column));
      }
    }
  }
  for (ColumnDraft& column : own) {
    if (ColumnDraft* known = find(columns, column.name)) {
      merge_own(*known, column, kind);
    } else {
      columns.push_back(std::move(column));
    }
  }
  return columns;
}

void inherit_checks(const std::vector<ObjectId>& parents, const ObjectId& child, Replay& replay) {
  for (const ObjectId& parent : parents) {
    for (const ObjectId& id : replay.catalog().parts_of(parent, ObjectKind::constraint)) {
      inherit_check(id, child, ChildRows::none, replay);
    }
  }
}

void pass_on_column(const ObjectId& relation, const Identifier& column, Replay& replay) {
  for (const ObjectId& child : children_of(replay.catalog(), relation)) {
    if (replay.catalog().contains(attribute_id(child, column))) {
      join_part<Attribute>(attribute_id(child, column), ChildKind::inheriting, replay);
      continue;
    }
    const ColumnDraft draft = inherited_column(replay.catalog(), attribute_id(relation, column));
    put_column(child, draft, replay);
    put_default(child, column, draft.default_value, replay);
    pass_on_column(child, column, replay);
  }
  pass_on_identity(relation, column, replay);
}

void pass_on_check(const ObjectId& check, Replay& replay) {
  const ObjectId relation = relation_of(check);
  for (const ObjectId& child : children_of(replay.catalog(), relation)) {
    const ObjectId id = constraint_id(child, Identifier(check.member));
    const bool known = replay.catalog().contains(id);
    inherit_check(check, child, ChildRows::some, replay);
    auto* constraint = replay.model().get<Constraint>(id);
    if (constraint == nullptr) continue;
    if (is_partition_of(replay.catalog(), child, relation)) constraint->local = false;
    if (!known) pass_on_check(id, replay);
  }
}

void join_parent(const ObjectId& parent, const ObjectId& child, ChildKind kind, Replay& replay) {
  for (const ObjectId& id : replay.catalog().parts_of(parent, ObjectKind::attribute)) {
    join_part<Attribute>(attribute_id(child, Identifier(id.member)), kind, replay);
  }
  for (const ObjectId& id : replay.catalog().parts_of(parent, ObjectKind::constraint)) {
    const auto* check = replay.catalog().get<Constraint>(id);
    if (check->type != ConstraintType::check || check->no_inherit) continue;
    join_part<Constraint>(constraint_id(child, Identifier(id.member)), kind, replay);
  }
}

void leave_parent(const ObjectId& parent, const ObjectId& child, Replay& replay) {
  for (const ObjectId& id : replay.catalog().parts_of(parent, ObjectKind::attribute)) {
    leave_part<Attribute>(attribute_id(child, Identifier(id.member)), replay);
  }
  for (const ObjectId& id : replay.catalog().parts_of(parent, ObjectKind::constraint)) {
    if (replay.catalog().get<Constraint>(id)->type != ConstraintType::check) continue;
    leave_part<Constraint>(constraint_id(child, Identifier(id.member)), replay);
  }
}

}  // namespace pgplumb::parse
