#include "diff/consequences.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace pgplumb::diff {
namespace {

class Folder {
 public:
  Folder(Comparison& comparison, const Catalog& current, const Catalog& desired)
      : comparison_(comparison), current_(current), desired_(desired) {
    for (Change& change : comparison.changes) {
      if (change.verb != Verb::rename) by_id_.emplace(change.id, &change);
    }
  }

  void run() {
    for (Change& change : comparison_.changes) {
      if (change.folded_into || change.existence_unknown) continue;
      if (const auto whole = whole_of(change)) fold(comparison_, change, *whole);
    }
    for (Change& change : comparison_.changes) {
      if (change.folded_into) change.folded_into = outermost(*change.folded_into);
    }
  }

 private:
  [[nodiscard]] std::optional<ObjectId> whole_of(const Change& change) const {
    const Catalog& state = change.verb == Verb::create ? desired_ : current_;
    if (auto parent = inherited_change(state, change)) return parent;
    if (auto relation = table_of_sequence(state, change)) return relation;
    if (change.verb == Verb::alter) return std::nullopt;
    if (auto column = column_made_otherwise(state, change.id)) return column;
    if (change.verb == Verb::create) return missing_requirement(change.id);
    if (auto publication = extra_publication(change.id)) return publication;
    if (auto extension = extra_extension(change.id)) return extension;
    const ObjectId space = object_id(ObjectKind::namespace_, Identifier(change.id.space));
    const bool in_extra_space = change.id != space && changed(space, Verb::drop);
    return in_extra_space ? std::optional(space) : std::nullopt;
  }

  // Of a table or schema in it.
  [[nodiscard]] std::optional<ObjectId> extra_publication(const ObjectId& id) const {
    const bool published =
        id.kind == ObjectKind::published_table || id.kind == ObjectKind::published_schema;
    if (!published) return std::nullopt;
    const ObjectId publication = object_id(ObjectKind::publication, Identifier(id.member));
    return changed(publication, Verb::drop) ? std::optional(publication) : std::nullopt;
  }

  // Of a privilege on what it brings.
  [[nodiscard]] std::optional<ObjectId> extra_extension(const ObjectId& id) const {
    auto extension = extension_behind(current_, id);
    return extension && changed(*extension, Verb::drop) ? extension : std::nullopt;
  }

  [[nodiscard]] bool changed(const ObjectId& id, Verb verb) const {
    const auto found = by_id_.find(id);
    return found != by_id_.end() && found->second->verb == verb &&
           found->second->verdict() == Verdict::different;
  }

  [[nodiscard]] const Change* change_of(const ObjectId& id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }

  // The same change of the same column, default or constraint of a table that this one inherits
  // from or is a partition of.
  [[nodiscard]] std::optional<ObjectId> inherited_change(const Catalog& state,
                                                         const Change& change) const {
    const auto parent = parent_of(change.id);
    const auto* relation = parent ? state.get<Relation>(*parent) : nullptr;
    const bool is_part = change.id.kind == ObjectKind::attribute ||
                         change.id.kind == ObjectKind::attribute_default ||
                         change.id.kind == ObjectKind::constraint;
    if (relation == nullptr || !is_part) return std::nullopt;
    std::vector<QualifiedName> above = relation->inherits;
    if (!relation->partition_of.empty()) above.push_back(relation->partition_of);
    for (const QualifiedName& name : above) {
      ObjectId id = change.id;
      id.space = name.space.text();
      id.name = name.name.text();
      if (const Change* other = change_of(id); other != nullptr && is_same(change, *other)) {
        return id;
      }
    }
    return std::nullopt;
  }

  static bool is_same(const Change& one, const Change& two) {
    return one.verb == two.verb &&
           std::equal(one.fields.begin(), one.fields.end(), two.fields.begin(), two.fields.end(),
                      [](const FieldChange& a, const FieldChange& b) {
                        return a.index == b.index && a.verdict == b.verdict &&
                               a.current == b.current && a.desired == b.desired;
                      });
  }

  // A sequence has the owner and the persistence of its table.
  [[nodiscard]] std::optional<ObjectId> table_of_sequence(const Catalog& state,
                                                          const Change& change) const {
    const bool is_owner = change.id.kind == ObjectKind::owner;
    const auto* sequence = state.get<Sequence>(is_owner ? *parent_of(change.id) : change.id);
    if (sequence == nullptr || sequence->owner_relation.empty()) return std::nullopt;
    const ObjectId relation = object_id(ObjectKind::relation, sequence->owner_relation);
    const Change* other = change_of(is_owner ? about(ObjectKind::owner, relation) : relation);
    if (other == nullptr || other->verb != change.verb) return std::nullopt;
    const bool same = is_owner ? is_same(change, *other) : change.verb == Verb::alter;
    return same && within(change.fields, other->fields) ? std::optional(other->id) : std::nullopt;
  }

  static bool within(const std::vector<FieldChange>& some, const std::vector<FieldChange>& all) {
    return std::all_of(some.begin(), some.end(), [&](const FieldChange& one) {
      return std::any_of(all.begin(), all.end(), [&](const FieldChange& two) {
        return one.name == two.name && one.current == two.current && one.desired == two.desired;
      });
    });
  }

  // Of the sequence of an identity column and of a generation expression, the altered column.
  [[nodiscard]] std::optional<ObjectId> column_made_otherwise(const Catalog& state,
                                                              const ObjectId& id) const {
    ObjectId column;
    if (const auto* value = state.get<AttributeDefault>(id); value != nullptr && value->generated) {
      column = id;
      column.kind = ObjectKind::attribute;
    } else if (const auto* sequence = state.get<Sequence>(id);
               sequence != nullptr && sequence->identity) {
      column = part_of(object_id(ObjectKind::relation, sequence->owner_relation),
                       ObjectKind::attribute, sequence->owner_attribute);
    } else {
      return std::nullopt;
    }
    return changed(column, Verb::alter) ? std::optional(column) : std::nullopt;
  }

  // A base type and the functions that read and write it need each other.
  [[nodiscard]] bool is_made_for(const ObjectId& routine, const ObjectId& type) const {
    if (type.kind != ObjectKind::base_type || routine.kind != ObjectKind::routine) return false;
    const std::vector<ObjectId> needs = requirements_of(desired_, routine);
    return std::find(needs.begin(), needs.end(), type) != needs.end();
  }

  // The first one that does not hang on `id` itself. A generated column goes with what its
  // expression needs.
  [[nodiscard]] std::optional<ObjectId> missing_requirement(const ObjectId& id) const {
    std::vector<ObjectId> requirements = requirements_of(desired_, id);
    if (id.kind == ObjectKind::attribute) {
      ObjectId expression = id;
      expression.kind = ObjectKind::attribute_default;
      const auto* value = desired_.get<AttributeDefault>(expression);
      if (value != nullptr && value->generated) {
        const auto more = requirements_of(desired_, expression);
        requirements.insert(requirements.end(), more.begin(), more.end());
      }
    }
    for (const ObjectId& needed : requirements) {
      if (needed == id || is_made_for(needed, id)) continue;
      if (changed(needed, Verb::create) && outermost(needed) != id) return needed;
    }
    return std::nullopt;
  }

  [[nodiscard]] ObjectId outermost(ObjectId id) const {
    std::set<ObjectId> seen;
    while (seen.insert(id).second) {
      const auto found = by_id_.find(id);
      if (found == by_id_.end() || !found->second->folded_into) break;
      id = *found->second->folded_into;
    }
    return id;
  }

  Comparison& comparison_;
  const Catalog& current_;
  const Catalog& desired_;
  std::map<ObjectId, Change*> by_id_;
};

}  // namespace

void fold(Comparison& comparison, Change& change, const ObjectId& whole) {
  --comparison.objects;
  --(change.verdict() == Verdict::unknown ? comparison.unknown : comparison.different);
  change.folded_into = whole;
}

void fold_consequences(Comparison& comparison, const Catalog& current, const Catalog& desired) {
  Folder(comparison, current, desired).run();
}

}  // namespace pgplumb::diff
