#include "diff/type_users.hpp"

#include <algorithm>

namespace pgplumb::diff {
namespace {

bool is_about(ObjectKind kind) {
  return kind == ObjectKind::comment || kind == ObjectKind::owner || kind == ObjectKind::privilege;
}

bool is_rebuilt(ObjectKind kind) {
  return kind == ObjectKind::index || kind == ObjectKind::constraint ||
         kind == ObjectKind::relation || kind == ObjectKind::sequence ||
         kind == ObjectKind::statistics_object || is_about(kind);
}

void unique(std::vector<ObjectId>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

ObjectId column_of(const ObjectId& of_default) {
  ObjectId column = of_default;
  column.kind = ObjectKind::attribute;
  return column;
}

}  // namespace

std::vector<ObjectId> in_the_way_of_column(const ObjectId& column, const Scope& scope) {
  std::vector<ObjectId> ids;
  for (const ObjectId& user : scope.dependents_of(column)) {
    if (is_rebuilt(user.kind)) continue;
    const auto* expression = scope.current.get<AttributeDefault>(user);
    if (expression == nullptr) {
      ids.push_back(user);
    } else if (expression->generated) {
      ids.push_back(column_of(user));
    }
  }
  unique(ids);
  return ids;
}

TypeUsers users_of_type(const ObjectId& type, const Scope& scope) {
  TypeUsers users;
  for (const ObjectId& user : scope.dependents_of(type)) {
    if (user.kind == ObjectKind::attribute) {
      users.columns.push_back(user);
      ObjectId of_default = user;
      of_default.kind = ObjectKind::attribute_default;
      if (scope.current.contains(of_default)) users.in_the_way.push_back(of_default);
      const auto others = in_the_way_of_column(user, scope);
      users.in_the_way.insert(users.in_the_way.end(), others.begin(), others.end());
    } else {
      // Facts about the type go with it; the new one needs them again.
      users.in_the_way.push_back(user);
    }
  }
  unique(users.in_the_way);
  return users;
}

}  // namespace pgplumb::diff
