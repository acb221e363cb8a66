#include "parse/partitions.hpp"

#include <algorithm>

#include "parse/constraint_definition.hpp"
#include "parse/index_definition.hpp"
#include "parse/index_match.hpp"
#include "parse/relation_tree.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

bool matches_foreign_key(const Constraint& parent, const Constraint& child) {
  return parent.columns == child.columns && parent.foreign_relation == child.foreign_relation &&
         parent.foreign_columns == child.foreign_columns && parent.match == child.match &&
         parent.on_update == child.on_update && parent.on_delete == child.on_delete &&
         parent.deferrable == child.deferrable &&
         parent.initially_deferred == child.initially_deferred && child.validated;
}

bool matches(const Constraint& parent, const Constraint& child, Meeting meeting,
             const Replay& replay) {
  if (has_index(parent)) return match_key(parent, child, meeting, replay.catalog().version());
  return child.partition_of.empty() && parent.type == child.type &&
         matches_foreign_key(parent, child);
}

ObjectId relation_of_index(const ObjectId& index, const Replay& replay) {
  return object_id(ObjectKind::relation, replay.catalog().get<Index>(index)->relation);
}

bool has_valid_part(const ObjectId& parent, const ObjectId& partition, const Replay& replay) {
  const Catalog& catalog = replay.catalog();
  return std::ranges::any_of(
      catalog.indexes_of(partition.qualified_name()), [&](const ObjectId& id) {
        const auto* index = catalog.get<Index>(id);
        return index->valid && index->partition_of == parent.qualified_name();
      });
}

bool has_attached_key(const ObjectId& parent, const ObjectId& partition, const Replay& replay) {
  const Catalog& catalog = replay.catalog();
  return std::ranges::any_of(
      catalog.parts_of(partition, ObjectKind::constraint), [&](const ObjectId& id) {
        return catalog.get<Constraint>(id)->index_partition_of == parent.qualified_name();
      });
}

void validate_index(const ObjectId& id, Replay& replay) {
  const auto* index = replay.catalog().get<Index>(id);
  if (index == nullptr || index->valid) return;
  for (const ObjectId& partition : partitions_of(replay.catalog(), relation_of_index(id, replay))) {
    const bool done =
        has_valid_part(id, partition, replay) || has_attached_key(id, partition, replay);
    if (!done) return;
  }
  replay.model().get<Index>(id)->valid = true;
  replay.touch(id);
  if (!index->partition_of.empty()) {
    validate_index(object_id(ObjectKind::index, index->partition_of), replay);
  }
}

// A foreign table has no indexes.
bool has_no_indexes(const ObjectId& partition, const Replay& replay) {
  return replay.catalog().get<Relation>(partition)->relation_kind == RelationKind::foreign;
}

// Gives partitions, and theirs, the indexes of their partitioned table.
class IndexGiver {
 public:
  explicit IndexGiver(Replay& replay) : replay_(replay) {}

  void give(const ObjectId& parent, const ObjectId& partition) {
    if (has_no_indexes(partition, replay_)) return;
    const Index& wanted = *replay_.catalog().get<Index>(parent);
    const bool guesses = guesses_;
    for (const ObjectId& id : replay_.catalog().indexes_of(partition.qualified_name())) {
      const Verdict verdict = match_index(wanted, *replay_.catalog().get<Index>(id));
      if (verdict == Verdict::equal) return attach(parent, id);
      if (verdict == Verdict::unknown) open(id);
    }
    for (const ObjectId& id : replay_.catalog().parts_of(partition, ObjectKind::constraint)) {
      const Verdict verdict = match_index(wanted, *replay_.catalog().get<Constraint>(id));
      if (verdict == Verdict::equal) return attach_key(parent, id);
      if (verdict == Verdict::unknown) open(id);
    }
    clone(parent, partition);
    guesses_ = guesses;
  }

  void give_to_partitions(const ObjectId& index) {
    bool valid = true;
    for (const ObjectId& partition :
         partitions_of(replay_.catalog(), relation_of_index(index, replay_))) {
      give(index, partition);
      valid = valid && (!has_part(index, partition) || has_valid_part(index, partition, replay_));
    }
    if (!valid) replay_.model().get<Index>(index)->valid = false;
  }

  // At the end of the statement: what it leaves open.
  void tell() {
    if (open_.empty()) return;
    replay_.opaque("whether an index of a partition is taken for the partitioned table's", open_);
  }

 private:
  void attach(const ObjectId& parent, const ObjectId& id) {
    replay_.model().get<Index>(id)->partition_of = parent.qualified_name();
    replay_.touch(id);
    if (guesses_) open_.insert(id);
  }

  // Its index is the part then; the constraint is nobody's.
  void attach_key(const ObjectId& parent, const ObjectId& id) {
    replay_.model().get<Constraint>(id)->index_partition_of = parent.qualified_name();
    replay_.touch(id);
    if (guesses_) open_.insert(id);
  }

  void open(const ObjectId& id) {
    guesses_ = true;
    open_.insert(id);
  }

  void clone(const ObjectId& parent, const ObjectId& partition) {
    const Index& original = *replay_.catalog().get<Index>(parent);
    Index copy = original;
    const Identifier name = choose_index_name(partition, labels_of(copy), "idx", replay_);
    copy.relation = partition.qualified_name();
    copy.elements = restated(copy.elements);
    keep_labels(original, copy);
    copy.predicate = restated(copy.predicate);
    copy.partition_of = parent.qualified_name();
    copy.clustered = false;
    copy.valid = true;
    const ObjectId id = object_id(ObjectKind::index, {Identifier(partition.space), name});
    replay_.put(id, std::move(copy));
    if (guesses_) open_.insert(id);
    give_to_partitions(id);
  }

  // Otherwise the index behind a key is the part, or there is none.
  [[nodiscard]] bool has_part(const ObjectId& index, const ObjectId& partition) const {
    const Catalog& catalog = replay_.catalog();
    return std::ranges::any_of(
        catalog.indexes_of(partition.qualified_name()), [&](const ObjectId& id) {
          return catalog.get<Index>(id)->partition_of == index.qualified_name();
        });
  }

  Replay& replay_;
  bool guesses_ = false;
  Replay::Reach open_;
};

Identifier name_for_clone(const ObjectId& parent, const ObjectId& partition,
                          const Constraint& constraint, const Replay& replay) {
  const std::vector<Identifier>& columns = constraint.columns;
  if (constraint.type == ConstraintType::foreign_key) {
    Identifier same_name(parent.member);
    if (!has_constraint(replay.catalog(), partition, same_name)) return same_name;
    return choose_foreign_key_name(partition, columns, replay);
  }
  if (constraint.type == ConstraintType::primary_key) {
    return choose_index_name(partition, {}, "pkey", replay);
  }
  const bool exclusion = constraint.type == ConstraintType::exclusion;
  return choose_index_name(partition, labels_of(constraint), exclusion ? "excl" : "key", replay);
}

void clone_constraint(const ObjectId& parent, const ObjectId& partition, Replay& replay) {
  const auto& original = *replay.catalog().get<Constraint>(parent);
  Constraint copy = original;
  const Identifier name = name_for_clone(parent, partition, copy, replay);
  copy.elements = restated(copy.elements);
  keep_labels(original, copy);
  copy.predicate = restated(copy.predicate);
  copy.local = false;
  copy.inherited_from = 1;
  copy.partition_of = parent.qualified_name();
  copy.index_partition_of = {};
  copy.clustered = false;
  const bool primary = copy.type == ConstraintType::primary_key;
  const std::vector<Identifier> columns = copy.columns;
  const ObjectId id = constraint_id(partition, name);
  replay.put(id, std::move(copy));
  if (primary) {
    for (const Identifier& column : columns) set_not_null(partition, column, Reach::only, replay);
  }
  pass_on_constraint(id, replay);
}

void attach_constraint(const ObjectId& parent, const ObjectId& child, Replay& replay) {
  auto* constraint = replay.model().get<Constraint>(child);
  constraint->partition_of = parent.qualified_name();
  constraint->local = false;
  ++constraint->inherited_from;
  replay.touch(child);
}

void give_constraint(const ObjectId& parent, const ObjectId& partition, Meeting meeting,
                     Replay& replay) {
  for (const ObjectId& id : replay.catalog().parts_of(partition, ObjectKind::constraint)) {
    const Catalog& catalog = replay.catalog();
    const auto& key = *catalog.get<Constraint>(parent);
    if (!matches(key, *catalog.get<Constraint>(id), meeting, replay)) continue;
    return attach_constraint(parent, id, replay);
  }
  clone_constraint(parent, partition, replay);
}

bool is_passed_on(const Constraint& constraint) {
  return has_index(constraint) || constraint.type == ConstraintType::foreign_key;
}

void give_triggers(const ObjectId& parent, const ObjectId& partition, Replay& replay) {
  for (const ObjectId& id : replay.catalog().parts_of(parent, ObjectKind::trigger)) {
    Trigger copy = *replay.catalog().get<Trigger>(id);
    if (copy.level != TriggerLevel::row) continue;
    copy.when = restated(copy.when);
    copy.inherited = true;
    replay.put(part_of(partition, ObjectKind::trigger, Identifier(id.member)), std::move(copy));
    for (const ObjectId& below : partitions_of(replay.catalog(), partition)) {
      give_triggers(partition, below, replay);
    }
  }
}

std::string bound_values(const ::List* values, const Replay& replay) {
  std::string text;
  for (const ::Node* value : sql::items<::Node>(values)) {
    if (!text.empty()) text += ", ";
    text += replay.expression(value).text;
  }
  return "(" + text + ")";
}

// MINVALUE and MAXVALUE come as names of columns.
std::string range_values(const ::List* values, const Replay& replay) {
  std::string text;
  for (const ::Node* value : sql::items<::Node>(values)) {
    if (!text.empty()) text += ", ";
    const auto* name = PGPLUMB_NODE_AS(value, ColumnRef);
    const std::string word = name == nullptr ? "" : sql::strings_of(name->fields).back();
    if (word == "minvalue" || word == "maxvalue") {
      text += word == "minvalue" ? "MINVALUE" : "MAXVALUE";
    } else {
      text += replay.expression(value).text;
    }
  }
  return "(" + text + ")";
}

std::string bound_text(const ::PartitionBoundSpec& bound, const Replay& replay) {
  if (bound.is_default) return "DEFAULT";
  if (bound.strategy == 'h') {
    return "FOR VALUES WITH (modulus " + std::to_string(bound.modulus) + ", remainder " +
           std::to_string(bound.remainder) + ")";
  }
  if (bound.strategy == 'l') return "FOR VALUES IN " + bound_values(bound.listdatums, replay);
  return "FOR VALUES FROM " + range_values(bound.lowerdatums, replay) + " TO " +
         range_values(bound.upperdatums, replay);
}

}  // namespace

Expression partition_bound(const ::PartitionBoundSpec& bound, const Replay& replay) {
  Expression expression;
  expression.text = bound_text(bound, replay);
  expression.search_path = replay.shared_search_path();
  return expression;
}

void set_partition_key(const ::PartitionSpec& spec, Relation& relation, const Replay& replay) {
  relation.relation_kind = RelationKind::partitioned;
  const char* strategy = spec.strategy == PARTITION_STRATEGY_LIST    ? "list"
                         : spec.strategy == PARTITION_STRATEGY_RANGE ? "range"
                                                                     : "hash";
  relation.partition_strategy = Identifier(strategy);
  for (const ::PartitionElem* element : sql::items<::PartitionElem>(spec.partParams)) {
    PartitionKeyElement key;
    key.attribute = Identifier(sql::text_of(element->name));
    key.collation = collation_name(element->collation, replay);
    if (element->expr != nullptr) {
      KeyExpression inner = key_expression(element->expr, replay);
      key.attribute = inner.attribute;
      key.expression = std::move(inner.expression);
      if (key.collation.empty()) key.collation = inner.collation;
    }
    const bool hash = spec.strategy == PARTITION_STRATEGY_HASH;
    key.operator_class =
        operator_class_name(element->opclass, Identifier(hash ? "hash" : "btree"), replay);
    relation.partition_key.push_back(std::move(key));
  }
}

void pass_on_identity(const ObjectId& relation, const Identifier& column, Replay& replay) {
  constexpr int kSharedIdentity = 170000;
  const int version = replay.catalog().version();
  if (version != 0 && version < kSharedIdentity) return;
  const Identity identity =
      replay.catalog().get<Attribute>(attribute_id(relation, column))->identity;
  for (const ObjectId& partition : partitions_of(replay.catalog(), relation)) {
    const ObjectId id = attribute_id(partition, column);
    auto* attribute = replay.model().get<Attribute>(id);
    if (attribute == nullptr) continue;
    attribute->identity = identity;
    replay.touch(id);
    pass_on_identity(partition, column, replay);
  }
}

void pass_on_index(const ObjectId& index, Replay& replay) {
  IndexGiver giver(replay);
  giver.give_to_partitions(index);
  giver.tell();
}

void keep_index_from_partitions(const ObjectId& index, Replay& replay) {
  if (partitions_of(replay.catalog(), relation_of_index(index, replay)).empty()) return;
  replay.model().get<Index>(index)->valid = false;
}

void pass_on_constraint(const ObjectId& constraint, Replay& replay) {
  if (!is_passed_on(*replay.catalog().get<Constraint>(constraint))) return;
  for (const ObjectId& partition : partitions_of(replay.catalog(), relation_of(constraint))) {
    give_constraint(constraint, partition, Meeting::key_is_made, replay);
  }
}

void equip_partition(const ObjectId& parent, const ObjectId& partition, Replay& replay) {
  for (const ObjectId& id : replay.catalog().attributes_of(parent)) {
    const bool is_identity = replay.catalog().get<Attribute>(id)->identity != Identity::none;
    if (is_identity) pass_on_identity(parent, Identifier(id.member), replay);
  }
  for (const ObjectId& id : replay.catalog().parts_of(parent, ObjectKind::constraint)) {
    if (!has_index(*replay.catalog().get<Constraint>(id))) continue;
    give_constraint(id, partition, Meeting::partition_is_attached, replay);
  }
  IndexGiver giver(replay);
  for (const ObjectId& id : replay.catalog().indexes_of(parent.qualified_name())) {
    giver.give(id, partition);
  }
  give_triggers(parent, partition, replay);
  for (const ObjectId& id : replay.catalog().parts_of(parent, ObjectKind::constraint)) {
    const auto* constraint = replay.catalog().get<Constraint>(id);
    if (constraint->type != ConstraintType::foreign_key) continue;
    give_constraint(id, partition, Meeting::partition_is_attached, replay);
  }
  giver.tell();
}

void release_partition(const ObjectId& parent, const ObjectId& partition, Replay& replay) {
  for (const ObjectId& id : replay.catalog().attributes_of(partition)) {
    auto* attribute = replay.model().get<Attribute>(id);
    if (attribute->identity == Identity::none) continue;
    attribute->identity = Identity::none;
    replay.touch(id);
    pass_on_identity(partition, Identifier(id.member), replay);
  }
  for (const ObjectId& id : replay.catalog().indexes_of(partition.qualified_name())) {
    replay.model().get<Index>(id)->partition_of = {};
    replay.touch(id);
  }
  for (const ObjectId& id : replay.catalog().parts_of(partition, ObjectKind::constraint)) {
    auto* constraint = replay.model().get<Constraint>(id);
    if (!constraint->index_partition_of.empty()) {
      constraint->index_partition_of = {};
      replay.touch(id);
    }
    if (constraint->partition_of != parent.qualified_name()) continue;
    constraint->partition_of = {};
    if (--constraint->inherited_from <= 0) constraint->local = true;
    replay.touch(id);
  }
  for (const ObjectId& id : replay.catalog().parts_of(partition, ObjectKind::trigger)) {
    if (replay.catalog().get<Trigger>(id)->inherited) replay.drop(id);
  }
}

void attach_index(const ObjectId& parent, const ObjectId& child, Replay& replay) {
  if (parent.kind == ObjectKind::constraint && child.kind == ObjectKind::constraint) {
    const auto* constraint = replay.catalog().get<Constraint>(child);
    if (constraint->partition_of.empty()) attach_constraint(parent, child, replay);
    return;
  }
  if (parent.kind == ObjectKind::index && child.kind == ObjectKind::constraint) {
    replay.model().get<Constraint>(child)->index_partition_of = parent.qualified_name();
    replay.touch(child);
    return validate_index(parent, replay);
  }
  auto* index = replay.model().get<Index>(child);
  if (index == nullptr || parent.kind != ObjectKind::index) return;
  index->partition_of = parent.qualified_name();
  replay.touch(child);
  validate_index(parent, replay);
}

}  // namespace pgplumb::parse
