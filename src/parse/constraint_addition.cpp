// What adding a constraint does to the model.
#include <algorithm>

#include "parse/constraint_definition.hpp"
#include "parse/index_definition.hpp"
#include "parse/inheritance.hpp"
#include "parse/partitions.hpp"
#include "parse/relation_tree.hpp"
#include "parse/written_names.hpp"
#include "sql/canonical.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

std::string key_label(ConstraintType type) {
  if (type == ConstraintType::primary_key) return "pkey";
  return type == ConstraintType::exclusion ? "excl" : "key";
}

Identifier choose_check_name(const ObjectId& relation, const Expression& check,
                             const Replay& replay) {
  Expression resolved = check;
  sql::canonicalize(resolved, {ExpressionRole::check, relation.qualified_name(), {}},
                    replay.names());
  const std::vector<Identifier> columns = columns_used(replay.catalog(), relation, resolved);
  const std::string column = columns.size() == 1 ? columns[0].text() : "";
  return Identifier(
      Replay::choose_name(relation.name, column, "check", [&](const std::string& name) {
        return constraint_name_taken(replay.catalog(), relation.space, name);
      }));
}

void choose_name(const ObjectId& relation, ConstraintDraft& draft, const Replay& replay) {
  if (!draft.name.empty()) return;
  const ConstraintType type = draft.constraint.type;
  if (type == ConstraintType::check) {
    draft.name = choose_check_name(relation, draft.constraint.check, replay);
  } else if (type == ConstraintType::foreign_key) {
    draft.name = choose_foreign_key_name(relation, draft.constraint.columns, replay);
  } else {
    draft.name = choose_index_name(relation, draft.labels, key_label(type), replay);
  }
}

// A check that the table has inherited already becomes its own as well.
bool merges_with_inherited(const ObjectId& id, const ConstraintDraft& draft, Replay& replay) {
  auto* known = replay.model().get<Constraint>(id);
  const bool merges = known != nullptr && known->type == ConstraintType::check && !known->local &&
                      draft.constraint.type == ConstraintType::check;
  if (!merges) return false;
  const auto* relation = replay.catalog().get<Relation>(relation_of(id));
  known->local = relation->partition_of.empty();
  replay.touch(id);
  return true;
}

bool name_is_free(const ObjectId& id, const ConstraintDraft& draft, Replay& replay) {
  const bool taken =
      replay.catalog().contains(id) ||
      (has_index(draft.constraint) && replay.catalog().find_class(qualified(id.space, id.member)));
  if (taken) {
    replay.error(DiagnosticCode::duplicate_object,
                 "constraint \"" + printable(id.member) + "\" of table \"" + printable(id.name) +
                     "\" exists already",
                 draft.location);
  }
  return !taken;
}

void pass_on(const ObjectId& id, Reach reach, Replay& replay) {
  const Constraint constraint = *replay.catalog().get<Constraint>(id);
  if (constraint.type == ConstraintType::primary_key) {
    for (const Identifier& column : constraint.columns) {
      set_not_null(relation_of(id), column, reach, replay);
    }
  }
  if (reach == Reach::only) return;
  if (constraint.type != ConstraintType::check) return pass_on_constraint(id, replay);
  if (!constraint.no_inherit) pass_on_check(id, replay);
}

// The index's own name, or where it is a constraint by now.
std::optional<ObjectId> index_for_constraint(const ObjectId& relation, const ::Constraint& node,
                                             Replay& replay) {
  const std::string name = sql::text_of(node.indexname);
  const auto found = replay.catalog().find_class(qualified(relation.space, name));
  if (found && found->kind == ObjectKind::index) return found;
  replay.unresolved("index", name, node.location);
  return std::nullopt;
}

Constraint from_index(const Index& index, const ::Constraint& node) {
  Constraint constraint;
  constraint.type =
      node.contype == CONSTR_PRIMARY ? ConstraintType::primary_key : ConstraintType::unique;
  for (const IndexElement& element : index.elements)
    constraint.columns.push_back(element.attribute);
  constraint.include = index.include;
  constraint.nulls_not_distinct = index.nulls_not_distinct;
  constraint.options = index.options;
  constraint.tablespace = index.tablespace;
  constraint.clustered = index.clustered;
  constraint.index_partition_of = index.partition_of;
  constraint.kept_labels = index.kept_labels;
  constraint.deferrable = node.deferrable || node.initdeferred;
  constraint.initially_deferred = node.initdeferred;
  return constraint;
}

}  // namespace

Identifier choose_foreign_key_name(const ObjectId& relation, const std::vector<Identifier>& columns,
                                   const Replay& replay) {
  std::vector<std::string> labels;
  labels.reserve(columns.size());
  for (const Identifier& column : columns) labels.push_back(column.text());
  return Identifier(Replay::choose_name(
      relation.name, joined_for_name(labels), "fkey", [&](const std::string& name) {
        return constraint_name_taken(replay.catalog(), relation.space, name);
      }));
}

void set_not_null(const ObjectId& relation, const Identifier& column, Reach reach, Replay& replay) {
  const ObjectId id = attribute_id(relation, column);
  auto* attribute = replay.model().get<Attribute>(id);
  if (attribute == nullptr) return;
  if (!attribute->not_null) {
    attribute->not_null = true;
    replay.touch(id);
  }
  if (reach == Reach::only) return;
  for (const ObjectId& child : children_of(replay.catalog(), relation)) {
    set_not_null(child, column, reach, replay);
  }
}

void add_constraint(const ObjectId& relation, ConstraintDraft draft, Reach reach, Replay& replay) {
  choose_name(relation, draft, replay);
  const ObjectId id = constraint_id(relation, draft.name);
  if (merges_with_inherited(id, draft, replay)) return;
  if (!name_is_free(id, draft, replay)) return;
  replay.put(id, std::move(draft.constraint));
  replay.locate(id, draft.location);
  pass_on(id, reach, replay);
}

void add_keys(const ObjectId& relation, std::vector<ConstraintDraft> drafts, Replay& replay) {
  std::stable_partition(drafts.begin(), drafts.end(), [](const ConstraintDraft& draft) {
    return draft.constraint.type == ConstraintType::primary_key;
  });
  std::vector<ConstraintDraft> kept;
  for (ConstraintDraft& draft : drafts) {
    const auto same = std::find_if(kept.begin(), kept.end(), [&](const ConstraintDraft& other) {
      return repeats(draft.constraint, other.constraint);
    });
    if (same == kept.end()) {
      kept.push_back(std::move(draft));
    } else if (same->name.empty()) {
      same->name = draft.name;
    }
  }
  for (ConstraintDraft& draft : kept) {
    add_constraint(relation, std::move(draft), Reach::with_children, replay);
  }
}

void add_key_using_index(const ObjectId& relation, const ::Constraint& node, Replay& replay) {
  const auto index = index_for_constraint(relation, node, replay);
  if (!index) return;
  const Constraint constraint = from_index(*replay.catalog().get<Index>(*index), node);
  const std::string written_name = sql::text_of(node.conname);
  const ObjectId id =
      constraint_id(relation, Identifier(written_name.empty() ? index->name.str() : written_name));
  replay.drop(*index);
  auto* holder = replay.model().get<Relation>(relation);
  if (holder->replica_identity_index == index->qualified_name()) {
    holder->replica_identity_index = qualified(id.space, id.member);
  }
  replay.put(id, constraint);
  pass_on(id, Reach::with_children, replay);
}

}  // namespace pgplumb::parse
