#include "diff/other_names.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "diff/inheritance.hpp"
#include "diff/rename.hpp"
#include "schema/fields.hpp"

namespace pgplumb::diff {
namespace {

// The name of the index, or of the one behind a constraint.
QualifiedName index_name(const ObjectId& id) {
  return id.subject ? qualified(id.space, id.member) : id.qualified_name();
}

bool stands_alone(const ObjectId& table, const Catalog& catalog) {
  const auto* relation = catalog.get<Relation>(table);
  if (relation == nullptr) return catalog.contains(table);  // a materialized view
  return relation->relation_kind == RelationKind::ordinary && parents_of(catalog, table).empty() &&
         children_of(catalog, table).empty();
}

class OtherNames {
 public:
  OtherNames(const Catalog& current, const Catalog& desired, std::vector<RenameHint> renames)
      : current_(current), desired_(desired), renames_(std::move(renames)) {}

  std::vector<RenameHint> run() {
    if (current_.doubts.may_hold_more || desired_.doubts.may_hold_more) return std::move(renames_);
    std::vector<RenameHint> found;
    for (const ObjectId& table : holders()) {
      add<Constraint>(constraints(table, current_, desired_),
                      constraints(table, desired_, current_), found);
      add<Index>(indexes(table, current_, desired_), indexes(table, desired_, current_), found);
    }
    renames_.insert(renames_.end(), found.begin(), found.end());
    return std::move(renames_);
  }

 private:
  // Those that lose a constraint or an index and stay.
  [[nodiscard]] std::set<ObjectId> holders() const {
    std::set<ObjectId> found;
    for (const auto entry : current_.all<Constraint>()) {
      if (!desired_.contains(entry.first)) found.insert(*parent_of(entry.first));
    }
    for (const auto [id, index] : current_.all<Index>()) {
      if (desired_.contains(id)) continue;
      if (const auto holder = current_.find_class(index.relation)) found.insert(*holder);
    }
    std::erase_if(found, [&](const ObjectId& table) { return !stays_as_it_is(table); });
    return found;
  }

  [[nodiscard]] bool stays_as_it_is(const ObjectId& table) const {
    return stands_alone(table, current_) && stands_alone(table, desired_) &&
           renamed_id(table, renames_) == table && !passes_names_on(table);
  }

  // What is said of a column is said of another one then.
  [[nodiscard]] bool passes_names_on(const ObjectId& table) const {
    return std::ranges::any_of(renames_, [&](const RenameHint& hint) {
      return hint.before.kind == ObjectKind::attribute && parent_of(hint.before) == table &&
             (current_.contains(hint.after) || desired_.contains(hint.before));
    });
  }

  // Those of `state` alone.
  [[nodiscard]] std::vector<ObjectId> constraints(const ObjectId& table, const Catalog& state,
                                                  const Catalog& other) const {
    std::vector<ObjectId> ids = state.parts_of(table, ObjectKind::constraint);
    std::erase_if(ids, [&](const ObjectId& id) {
      const auto& constraint = *state.get<Constraint>(id);
      return constraint.type == ConstraintType::not_null || is_settled(id, state, other);
    });
    return ids;
  }
  [[nodiscard]] std::vector<ObjectId> indexes(const ObjectId& table, const Catalog& state,
                                              const Catalog& other) const {
    std::vector<ObjectId> ids = state.indexes_of(table.qualified_name());
    std::erase_if(ids, [&](const ObjectId& id) { return is_settled(id, state, other); });
    return ids;
  }

  // There under its name on the other side, in doubt, or told of by a hint. What is said about the
  // index behind a constraint would not follow.
  [[nodiscard]] bool is_settled(const ObjectId& id, const Catalog& state,
                                const Catalog& other) const {
    const bool told = std::ranges::any_of(
        renames_, [&](const RenameHint& hint) { return hint.before == id || hint.after == id; });
    const bool more_is_said =
        id.subject && !state.about(object_id(ObjectKind::index, index_name(id))).empty();
    return told || more_is_said || other.contains(id) || state.doubts.about(id) ||
           other.doubts.about(id);
  }

  template <typename Kind>
  void add(const std::vector<ObjectId>& gone, const std::vector<ObjectId>& made,
           std::vector<RenameHint>& found) const {
    const auto alike = [&](const ObjectId& before, const ObjectId& after) {
      return compare_any(*current_.get<Kind>(before), *desired_.get<Kind>(after));
    };
    for (const ObjectId& before : gone) {
      std::optional<ObjectId> only;
      for (const ObjectId& after : made) {
        if (alike(before, after) == Verdict::different) continue;
        const auto rivals = std::ranges::count_if(
            gone, [&](const ObjectId& other) { return alike(other, after) != Verdict::different; });
        const bool sure = !only && rivals == 1 && alike(before, after) == Verdict::equal;
        if (!sure) {
          only.reset();
          break;
        }
        only = after;
      }
      if (only && !current_.find_class(index_name(*only))) found.push_back({before, *only});
    }
  }

  const Catalog& current_;
  const Catalog& desired_;
  std::vector<RenameHint> renames_;
};

}  // namespace

std::vector<RenameHint> with_other_names(const Catalog& current, const Catalog& desired,
                                         std::vector<RenameHint> renames) {
  return OtherNames(current, desired, std::move(renames)).run();
}

}  // namespace pgplumb::diff
