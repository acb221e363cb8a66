#include "diff/unvalidated_copies.hpp"

#include "diff/inheritance.hpp"

namespace pgplumb::diff {
namespace {

const Constraint* inherited_check(const Catalog& catalog, const ObjectId& id) {
  const auto* constraint = catalog.get<Constraint>(id);
  const bool copied = constraint != nullptr && constraint->type == ConstraintType::check &&
                      !constraint->local && constraint->inherited_from > 0;
  return copied ? constraint : nullptr;
}

void add_copies(std::vector<ObjectId>& found, const ObjectId& check, const Catalog& catalog) {
  for (const ObjectId& child : children_of(catalog, *parent_of(check))) {
    const ObjectId copy = part_of(child, ObjectKind::constraint, Identifier(check.member));
    if (inherited_check(catalog, copy) == nullptr) continue;
    found.push_back(copy);
    add_copies(found, copy, catalog);
  }
}

}  // namespace

std::optional<ObjectId> unvalidated_original(const ObjectId& copy, const Scope& scope) {
  if (inherited_check(scope.desired, copy) == nullptr) return std::nullopt;
  std::optional<ObjectId> original = copy;
  while (original && inherited_check(scope.desired, *original) != nullptr) {
    original = inherited_part(scope.desired, *original);
  }
  const auto* check = original ? scope.desired.get<Constraint>(*original) : nullptr;
  const bool unvalidated = check != nullptr && check->enforced && !check->validated;
  return unvalidated ? original : std::nullopt;
}

void order_among_checks(Action& create_table, const ObjectId& table, const Scope& scope) {
  for (const ObjectId& id : scope.desired.parts_of(table, ObjectKind::constraint)) {
    const auto original = unvalidated_original(id, scope);
    if (!original) continue;
    const bool behind = scope.desired.get<Constraint>(id)->validated;
    (behind ? create_table.needs : create_table.precedes).push_back(*original);
  }
}

std::vector<ObjectId> made_anew_for(const ObjectId& copy, const Scope& scope) {
  const auto* wanted = scope.desired.get<Constraint>(copy);
  if (wanted == nullptr || wanted->validated) return {};
  const auto* before = scope.current.get<Constraint>(copy);
  if (before == nullptr ? !scope.is_new(*parent_of(copy)) : !before->validated) return {};
  const auto original = unvalidated_original(copy, scope);
  if (!original || scope.is_new(*original)) return {};
  std::vector<ObjectId> anew = {*original};
  add_copies(anew, *original, scope.current);
  return anew;
}

}  // namespace pgplumb::diff
