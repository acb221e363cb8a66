#include "diff/rename_followers.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "diff/inheritance.hpp"
#include "diff/rename.hpp"
#include "diff/sequence_options.hpp"
#include "schema/fields.hpp"

namespace pgplumb::diff {
namespace {

Verdict compare_objects(const Object& current, const Object& desired) {
  return std::visit(
      [&](const auto& before) {
        const auto* after = std::get_if<std::decay_t<decltype(before)>>(&desired);
        return after == nullptr ? Verdict::different : compare_any(before, *after);
      },
      current);
}

// The name that the server built from other names: part of the id.
std::string built_name(const ObjectId& id) { return id.subject ? id.member : id.name; }

ObjectId with_name(ObjectId id, const std::string& name) {
  (id.subject ? id.member : id.name) = name;
  return id;
}

struct Replacement {
  std::string before;
  std::string after;
};

// `name` with each subset of the replacements applied, most of them first.
std::vector<std::string> candidates(const std::string& name,
                                    const std::vector<Replacement>& replacements) {
  std::vector<std::string> names;
  const std::size_t subsets = std::size_t{1} << std::min<std::size_t>(replacements.size(), 6);
  for (std::size_t subset = subsets; subset-- > 1;) {
    std::string changed = name;
    for (std::size_t i = 0; i < replacements.size() && i < 6; ++i) {
      if ((subset >> i & 1) == 0) continue;
      const std::size_t at = changed.find(replacements[i].before);
      if (at != std::string::npos) {
        changed.replace(at, replacements[i].before.size(), replacements[i].after);
      }
    }
    if (changed != name) names.push_back(std::move(changed));
  }
  return names;
}

class Followers {
 public:
  Followers(const Catalog& current, const Catalog& desired, std::vector<RenameHint> renames,
            const RenameExpression& rename_expression)
      : current_(current),
        desired_(desired),
        renames_(std::move(renames)),
        rename_expression_(rename_expression) {
    for (const RenameHint& hint : renames_) known_.insert(hint.before);
  }

  std::vector<RenameHint> run() {
    inherited_parts();
    travel_along();
    after_ = renamed(current_, renames_, rename_expression_);
    const std::vector<RenameHint> stated = renames_;
    for (const RenameHint& hint : stated) {
      if (hint.before.kind == ObjectKind::relation) parts_of(hint.before, hint.after);
      if (hint.before.kind == ObjectKind::attribute) {
        parts_of(*parent_of(hint.before), *parent_of(hint.after));
      }
    }
    return std::move(renames_);
  }

 private:
  // Columns and checks have the same name in all children.
  void inherited_parts() {
    const std::vector<RenameHint> stated = renames_;
    for (const RenameHint& hint : stated) descend(hint);
  }

  void descend(const RenameHint& hint) {
    const bool passed_down = hint.before.kind == ObjectKind::attribute || is_check(hint.before);
    if (!passed_down || hint.before.subject != ObjectKind::relation) return;
    for (const ObjectId& child : children_of(current_, *parent_of(hint.before))) {
      const ObjectId before = part_of(child, hint.before.kind, Identifier(hint.before.member));
      if (!current_.contains(before)) continue;
      const ObjectId holder = renamed_id(child, renames_);
      add(before, part_of(holder, hint.before.kind, Identifier(hint.after.member)));
    }
  }

  [[nodiscard]] bool is_check(const ObjectId& id) const {
    const auto* constraint = current_.get<Constraint>(id);
    return constraint != nullptr && constraint->type == ConstraintType::check &&
           !constraint->no_inherit;
  }

  // Indexes, and sequences that belong to columns, are in their table's namespace with it; where
  // the desired state has none of the name they are dropped there.
  void travel_along() {
    const std::vector<RenameHint> stated = renames_;
    for (const RenameHint& hint : stated) {
      const bool is_class = hint.before.kind == ObjectKind::relation ||
                            hint.before.kind == ObjectKind::materialized_view;
      if (!is_class || hint.before.space == hint.after.space) continue;
      for (const ObjectId& id : named_by_server(hint.before)) {
        if (id.subject || id.space != hint.before.space || known_.contains(id)) continue;
        ObjectId there = id;
        there.space = hint.after.space;
        renames_.push_back({id, there});
      }
    }
  }

  void parts_of(const ObjectId& before, const ObjectId& after) {
    if (!done_.insert(after).second) return;
    std::vector<Replacement> replacements;
    if (before.name != after.name) replacements.push_back({before.name, after.name});
    for (const RenameHint& hint : renames_) {
      const bool column =
          hint.before.kind == ObjectKind::attribute && parent_of(hint.before) == before;
      if (column) replacements.push_back({hint.before.member, hint.after.member});
    }
    for (const ObjectId& id : named_by_server(before)) follow(id, replacements);
  }

  // In the current state, under the names from before.
  [[nodiscard]] std::vector<ObjectId> named_by_server(const ObjectId& relation) const {
    std::vector<ObjectId> ids = current_.parts_of(relation, ObjectKind::constraint);
    const auto indexes = current_.indexes_of(relation.qualified_name());
    ids.insert(ids.end(), indexes.begin(), indexes.end());
    ObjectId first;
    first.kind = ObjectKind::sequence;
    const auto& objects = current_.objects();
    for (auto it = objects.lower_bound(first); it != objects.end() && it->first.kind == first.kind;
         ++it) {
      const auto& sequence = std::get<Sequence>(it->second);
      if (sequence.owner_relation == relation.qualified_name()) ids.push_back(it->first);
    }
    return ids;
  }

  void follow(const ObjectId& id, const std::vector<Replacement>& replacements) {
    const ObjectId now = renamed_id(id, renames_);
    const Object* object = after_.find(now);
    if (object == nullptr || desired_.contains(now)) return;
    for (const std::string& name : candidates(built_name(now), replacements)) {
      const ObjectId to = with_name(now, name);
      const Object* wanted = desired_.find(to);
      if (wanted == nullptr || after_.contains(to)) continue;
      if (compare_objects(*object, *wanted) == Verdict::different) continue;
      add(id, to);
      return;
    }
  }

  void add(const ObjectId& before, const ObjectId& after) {
    if (before == after || !known_.insert(before).second) return;
    const auto travels = std::ranges::find(renames_, before, &RenameHint::before);
    if (travels == renames_.end()) {
      renames_.push_back({before, after});
    } else {
      travels->after = after;
    }
    descend({before, after});
  }

  const Catalog& current_;
  const Catalog& desired_;
  std::vector<RenameHint> renames_;
  const RenameExpression& rename_expression_;
  Catalog after_;
  std::set<ObjectId> known_;
  std::set<ObjectId> done_;
};

}  // namespace

std::vector<RenameHint> with_followers(const Catalog& current, const Catalog& desired,
                                       std::vector<RenameHint> renames,
                                       const RenameExpression& rename_expression) {
  if (renames.empty()) return renames;
  return Followers(current, desired, std::move(renames), rename_expression).run();
}

std::vector<RenameHint> with_identity_sequences(const Catalog& current, const Catalog& desired,
                                                std::vector<RenameHint> renames) {
  std::map<ObjectId, ObjectId> wanted;  // by column
  for (const auto [id, sequence] : desired.all<Sequence>()) {
    if (sequence.identity) wanted.emplace(owner_column(sequence), id);
  }
  const std::vector<RenameHint> stated = renames;
  for (const auto [id, sequence] : current.all<Sequence>()) {
    if (!sequence.identity) continue;
    const ObjectId now = renamed_id(id, stated);
    const auto found = wanted.find(renamed_id(owner_column(sequence), stated));
    if (found == wanted.end() || found->second == now || desired.contains(now)) continue;
    const ObjectId& after = found->second;
    if (after.space == now.space && now == id && !current.contains(after)) {
      renames.push_back({id, after});
    }
  }
  return renames;
}

std::vector<RenameHint> with_partitioned_indexes(const Catalog& current, const Catalog& desired,
                                                 std::vector<RenameHint> renames) {
  std::set<ObjectId> found;
  for (const auto [id, part] : desired.all<Index>()) {
    const auto* before = current.get<Index>(id);
    if (part.partition_of.empty() || before == nullptr || before->partition_of.empty()) continue;
    const ObjectId from = object_id(ObjectKind::index, before->partition_of);
    const ObjectId to = object_id(ObjectKind::index, part.partition_of);
    const auto* was = current.get<Index>(from);
    const auto* is = desired.get<Index>(to);
    const bool moved = was != nullptr && is != nullptr && from.space == to.space &&
                       !desired.contains(from) && !current.contains(to);
    const bool same = moved && was->relation == is->relation && is_same_index(*was, *is);
    if (!same || renamed_id(from, renames) != from) continue;
    if (found.insert(to).second) renames.push_back({from, to});
  }
  return renames;
}

}  // namespace pgplumb::diff
