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

// Whether an expression picks (row).attribute; attributes of composite types are no objects.
class AttributeUse : public ReferenceVisitor {
 public:
  explicit AttributeUse(const std::set<ObjectId>& doomed) : doomed_(doomed) {}
  [[nodiscard]] bool found() const { return found_; }
  void expression(const Expression& expression, const ExpressionContext&) {
    for (const ObjectId& id : expression.references) {
      const bool picked = id.subject == ObjectKind::composite_type && doomed_.contains(id);
      found_ = found_ || picked;
    }
  }

 private:
  const std::set<ObjectId>& doomed_;
  bool found_ = false;
};

bool needs_any(const Catalog& catalog, const ObjectId& id, const std::set<ObjectId>& doomed) {
  AttributeUse attributes(doomed);
  visit_references(id, *catalog.find(id), attributes);
  if (attributes.found()) return true;
  const auto needed = requirements_of(catalog, id);
  return std::any_of(needed.begin(), needed.end(), [&](const ObjectId& other) {
    // What a cast has made of an expression stays without it.
    const bool lasts = other.kind == ObjectKind::cast && !is_about(id.kind);
    return !lasts && doomed.count(other) != 0;
  });
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

// Attributes that go with their types are doomed, with the comments on them.
void doom_attributes(const Catalog& catalog, std::set<ObjectId>& doomed) {
  for (const auto [id, type] : catalog.all<CompositeType>()) {
    if (doomed.count(id) != 0) continue;
    for (const CompositeAttribute& one : type.attributes) {
      if (!is_doomed(one, catalog, doomed)) continue;
      const ObjectId attribute = part_of(id, ObjectKind::attribute, one.name);
      doomed.insert(attribute);
      doomed.insert(about(ObjectKind::comment, attribute));
    }
  }
}

// The composite types that lose attributes.
std::vector<ObjectId> lose_attributes(Catalog& catalog, const std::set<ObjectId>& doomed) {
  std::vector<ObjectId> changed;
  for (const auto [id, type] : std::as_const(catalog).all<CompositeType>()) {
    if (doomed.count(id) != 0) continue;
    const bool loses = std::ranges::any_of(type.attributes, [&](const CompositeAttribute& one) {
      return is_doomed(one, catalog, doomed);
    });
    if (loses) changed.push_back(id);
  }
  for (const ObjectId& id : changed) {
    std::erase_if(catalog.get<CompositeType>(id)->attributes,
                  [&](const CompositeAttribute& one) { return is_doomed(one, catalog, doomed); });
  }
  return changed;
}

}  // namespace

void Replay::drop(const ObjectId& id, bool cascade) {
  // What certainly depends on it, may_drop() has refused.
  if (!cascade) return drop(id);
  std::set<ObjectId> doomed;
  add_with_parts(catalog_, id, doomed);
  doom_attributes(catalog_, doomed);
  for (auto found = dependents_of(catalog_, doomed); !found.empty();
       found = dependents_of(catalog_, doomed)) {
    for (const ObjectId& dependent : found) add_with_parts(catalog_, dependent, doomed);
    doom_attributes(catalog_, doomed);
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
