#include "diff/type_users.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "diff/inheritance.hpp"
#include "diff/type_change.hpp"

namespace pgplumb::diff {
namespace {

bool is_rebuilt(ObjectKind kind) {
  return kind == ObjectKind::index || kind == ObjectKind::constraint ||
         kind == ObjectKind::relation || kind == ObjectKind::sequence ||
         kind == ObjectKind::statistics_object || is_about(kind);
}

void unique(std::vector<ObjectId>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

// Whether a key of the one type may refer to a key of the other; no where that is not certain.
bool may_refer(const TypeRef& one, const TypeRef& other) {
  if (one.name == other.name && one.array == other.array) return true;
  const auto both_among = [&](std::initializer_list<std::string_view> names) {
    return !one.array && !other.array && is_one_of(one, names) && is_one_of(other, names);
  };
  return both_among({"int2", "int4", "int8"}) || both_among({"text", "varchar"});
}

// The column at the other end of a foreign key that `column` is a part of.
std::optional<ObjectId> other_end(const ObjectId& column, const ObjectId& key,
                                  const Constraint& constraint) {
  const auto counterpart = [&](const std::vector<Identifier>& own,
                               const std::vector<Identifier>& others,
                               const QualifiedName& relation) -> std::optional<ObjectId> {
    const auto found = std::find(own.begin(), own.end(), Identifier(column.member));
    if (found == own.end() || own.size() != others.size()) return std::nullopt;
    return part_of(object_id(ObjectKind::relation, relation), ObjectKind::attribute,
                   others[static_cast<std::size_t>(found - own.begin())]);
  };
  if (column.qualified_name() == key.qualified_name()) {
    return counterpart(constraint.columns, constraint.foreign_columns, constraint.foreign_relation);
  }
  return counterpart(constraint.foreign_columns, constraint.columns, key.qualified_name());
}

bool is_foreign_key(const ObjectId& id, const Scope& scope) {
  const auto* constraint = scope.current.get<Constraint>(id);
  return constraint != nullptr && constraint->type == ConstraintType::foreign_key;
}

// The server checks a foreign key anew after each column that changes: where its two ends can't
// refer to each other in between, it must be gone.
bool is_broken_between(const ObjectId& column, const ObjectId& key, const Scope& scope) {
  if (!is_foreign_key(key, scope)) return false;
  const auto other = other_end(column, key, *scope.current.get<Constraint>(key));
  if (!other) return false;
  const auto* before = scope.current.get<Attribute>(column);
  const auto* after = scope.desired.get<Attribute>(column);
  const auto* other_before = scope.current.get<Attribute>(*other);
  const auto* other_after = scope.desired.get<Attribute>(*other);
  if (before == nullptr || after == nullptr || other_before == nullptr || other_after == nullptr) {
    return false;
  }
  return !may_refer(after->type, other_before->type) || !may_refer(before->type, other_after->type);
}

bool stays_generated(const ObjectId& column, const Scope& scope) {
  const auto* after = scope.desired.get<Attribute>(column);
  return after == nullptr || after->generated != Generated::none;
}

ObjectId column_of_default(const ObjectId& of_default) {
  ObjectId column = of_default;
  column.kind = ObjectKind::attribute;
  return column;
}

bool is_in_key(const Relation& table, const ObjectId& column) {
  return std::any_of(table.partition_key.begin(), table.partition_key.end(),
                     [&](const PartitionKeyElement& element) {
                       const auto& uses = element.expression.references;
                       return element.attribute.text() == column.member ||
                              std::binary_search(uses.begin(), uses.end(), column);
                     });
}

}  // namespace

std::vector<ObjectId> in_the_way_of_column(const ObjectId& column, const Scope& scope) {
  std::vector<ObjectId> ids;
  for (const ObjectId& user : scope.dependents_of(column)) {
    if (is_broken_between(column, user, scope)) ids.push_back(user);
    if (is_rebuilt(user.kind)) continue;
    const auto* expression = scope.current.get<AttributeDefault>(user);
    if (expression == nullptr) {
      ids.push_back(user);
    } else if (expression->generated) {
      // One that becomes a plain column keeps its values.
      const ObjectId generated = column_of_default(user);
      ids.push_back(stays_generated(generated, scope) ? generated : user);
    }
  }
  unique(ids);
  return ids;
}

namespace {

// What a column that gets the type made anew is in the way with: its default; generated it goes as
// a whole.
void add_value(const ObjectId& column, const Scope& scope, std::vector<ObjectId>& ids) {
  ObjectId of_default = column;
  of_default.kind = ObjectKind::attribute_default;
  const auto* value = scope.current.get<AttributeDefault>(of_default);
  if (value == nullptr) return;
  const bool whole = value->generated && stays_generated(column, scope);
  ids.push_back(whole ? column : of_default);
}

// Their two ends get the new type one after the other.
void add_foreign_keys(const ObjectId& column, const Scope& scope, std::vector<ObjectId>& ids) {
  for (const ObjectId& user : scope.dependents_of(column)) {
    if (is_foreign_key(user, scope)) ids.push_back(user);
  }
}

}  // namespace

TypeUsers users_of_type(const ObjectId& type, const Scope& scope) {
  TypeUsers users;
  for (const ObjectId& user : scope.dependents_of(type)) {
    if (user.kind == ObjectKind::attribute) {
      users.columns.push_back(user);
      add_value(user, scope, users.in_the_way);
      add_foreign_keys(user, scope, users.in_the_way);
      const auto others = in_the_way_of_column(user, scope);
      users.in_the_way.insert(users.in_the_way.end(), others.begin(), others.end());
    } else if (is_about(user.kind) && parent_of(user) == type) {
      users.facts.push_back(user);
    } else {
      users.in_the_way.push_back(user);
    }
  }
  unique(users.in_the_way);
  return users;
}

std::optional<ObjectId> partitioned_by(const ObjectId& column, const Scope& scope) {
  const ObjectId table = *parent_of(column);
  const auto* relation = scope.current.get<Relation>(table);
  if (relation == nullptr) return std::nullopt;
  if (is_in_key(*relation, column)) return table;
  for (const ObjectId& child : children_of(scope.current, table)) {
    if (scope.is_dropped(child) || leaves(child, table, scope)) continue;
    const auto found =
        partitioned_by(part_of(child, ObjectKind::attribute, Identifier(column.member)), scope);
    if (found) return found;
  }
  return std::nullopt;
}

std::string keeps_types(const ObjectId& partitioned) {
  return "it is in the partition key of " + described(partitioned) +
         ", whose columns keep their types; make a second table, move the rows and rename the two";
}

}  // namespace pgplumb::diff
