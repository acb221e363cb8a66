// DROP … CASCADE and DROP … RESTRICT: what stands on what is dropped.
#include <algorithm>
#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "parse/operator_family.hpp"
#include "parse/operators.hpp"
#include "parse/replay.hpp"

namespace pgplumb::parse {
namespace {

bool needs_any(const Catalog& catalog, const ObjectId& id, const std::set<ObjectId>& doomed) {
  const auto needed = requirements_of(catalog, id);
  return std::any_of(needed.begin(), needed.end(),
                     [&](const ObjectId& other) { return doomed.count(other) != 0; });
}

// Objects outside `doomed` that need something in it, directly.
std::vector<ObjectId> dependents_of(const Catalog& catalog, const std::set<ObjectId>& doomed) {
  std::vector<ObjectId> found;
  for (const auto& [id, object] : catalog.objects()) {
    // A family loses its members and stays, a composite type its attributes.
    if (id.kind == ObjectKind::operator_family) continue;
    if (id.kind == ObjectKind::composite_type) continue;
    if (doomed.count(id) == 0 && needs_any(catalog, id, doomed)) found.push_back(id);
  }
  return found;
}

// A generated column goes with its expression.
std::optional<ObjectId> generated_column(const Catalog& catalog, const ObjectId& id) {
  if (id.kind != ObjectKind::attribute_default) return std::nullopt;
  const ObjectId column = part_of(object_id(ObjectKind::relation, id.qualified_name()),
                                  ObjectKind::attribute, Identifier(id.member));
  const auto* attribute = catalog.get<Attribute>(column);
  const bool generated = attribute != nullptr && attribute->generated != Generated::none;
  return generated ? std::optional(column) : std::nullopt;
}

void add_with_parts(const Catalog& catalog, const ObjectId& id, std::set<ObjectId>& doomed) {
  const ObjectId whole = generated_column(catalog, id).value_or(id);
  doomed.insert(id);
  doomed.insert(whole);
  for (const ObjectId& part : catalog.everything_within(whole)) doomed.insert(part);
}

bool is_doomed(const CompositeAttribute& attribute, const Catalog& catalog,
               const std::set<ObjectId>& doomed) {
  const auto type = catalog.find_type(attribute.type.name);
  if (type && doomed.count(*type) != 0) return true;
  return !attribute.collation.empty() &&
         doomed.count(object_id(ObjectKind::collation, attribute.collation)) != 0;
}

// The composite types that lose attributes; comments on those are doomed as well.
std::vector<ObjectId> lose_attributes(Catalog& catalog, std::set<ObjectId>& doomed) {
  std::vector<ObjectId> changed;
  for (const auto [id, type] : std::as_const(catalog).all<CompositeType>()) {
    if (doomed.count(id) != 0) continue;
    const bool loses = std::ranges::any_of(type.attributes, [&](const CompositeAttribute& one) {
      return is_doomed(one, catalog, doomed);
    });
    if (loses) changed.push_back(id);
  }
  for (const ObjectId& id : changed) {
    std::erase_if(catalog.get<CompositeType>(id)->attributes, [&](const CompositeAttribute& one) {
      if (!is_doomed(one, catalog, doomed)) return false;
      doomed.insert(about(ObjectKind::comment, part_of(id, ObjectKind::attribute, one.name)));
      return true;
    });
  }
  return changed;
}

}  // namespace

void Replay::drop(const ObjectId& id, bool cascade) {
  // Without CASCADE the server refuses when something depends on it; a migration that ran did not.
  // What the text shows as a dependent may be an over-careful reading, so nothing is refused here.
  if (!cascade) return drop(id);
  std::set<ObjectId> doomed;
  add_with_parts(catalog_, id, doomed);
  for (auto found = dependents_of(catalog_, doomed); !found.empty();
       found = dependents_of(catalog_, doomed)) {
    for (const ObjectId& dependent : found) add_with_parts(catalog_, dependent, doomed);
  }
  const std::vector<ObjectId> changed = lose_attributes(catalog_, doomed);
  for (const ObjectId& gone : doomed) {
    if (!catalog_.contains(gone)) continue;
    note_drop(gone);
    catalog_.erase(gone);
  }
  for (const ObjectId& type : changed) touch(type);
  forget(doomed);
}

void Replay::forget(const std::set<ObjectId>& gone) {
  const bool concerned = std::any_of(gone.begin(), gone.end(), [](const ObjectId& id) {
    return id.kind == ObjectKind::routine || id.kind == ObjectKind::operator_;
  });
  if (!concerned) return;
  forget_in_families(gone, *this);
  forget_operators(gone, *this);
}

}  // namespace pgplumb::parse
