#include "schema/kinds/operator_family.hpp"

#include <algorithm>

namespace pgplumb {
namespace {

auto place_of(const FamilyOperator& entry) {
  return std::tuple(entry.strategy, format_type(entry.left), format_type(entry.right),
                    shown(entry.sort_family));
}

auto place_of(const FamilyFunction& entry) {
  return std::tuple(entry.number, format_type(entry.left), format_type(entry.right));
}

}  // namespace

void sort_members(FamilyMembers& members) {
  const auto earlier = [](const auto& a, const auto& b) { return place_of(a) < place_of(b); };
  std::sort(members.operators.begin(), members.operators.end(), earlier);
  std::sort(members.functions.begin(), members.functions.end(), earlier);
}

ObjectId method_object_id(ObjectKind kind, const QualifiedName& name,
                          const Identifier& access_method) {
  ObjectId id = object_id(kind, name);
  id.member = access_method.text();
  return id;
}

}  // namespace pgplumb
