// A table and those below it, and its parts by name.
#pragma once

#include <string>
#include <vector>

#include "schema/catalog.hpp"

namespace pgplumb::parse {

// Partitions and inheriting tables, directly below, by name.
[[nodiscard]] std::vector<ObjectId> children_of(const Catalog& catalog, const ObjectId& relation);
// Only the partitions.
[[nodiscard]] std::vector<ObjectId> partitions_of(const Catalog& catalog, const ObjectId& relation);

// Typed tables (CREATE TABLE … OF), by name.
[[nodiscard]] std::vector<ObjectId> tables_of_type(const Catalog& catalog, const ObjectId& type);

[[nodiscard]] inline ObjectId attribute_id(const ObjectId& relation, const Identifier& column) {
  return part_of(relation, ObjectKind::attribute, column);
}
[[nodiscard]] inline ObjectId default_id(const ObjectId& relation, const Identifier& column) {
  return part_of(relation, ObjectKind::attribute_default, column);
}
[[nodiscard]] inline ObjectId constraint_id(const ObjectId& relation, const Identifier& name) {
  return part_of(relation, ObjectKind::constraint, name);
}
// The relation that a part belongs to.
[[nodiscard]] inline ObjectId relation_of(const ObjectId& part) {
  return object_id(ObjectKind::relation, part.qualified_name());
}

// The relation's primary key, if it has one.
[[nodiscard]] std::optional<ObjectId> primary_key_of(const Catalog& catalog,
                                                     const ObjectId& relation);
// Whether a constraint of that namespace, on whatever relation or domain, has the name.
[[nodiscard]] bool constraint_name_taken(const Catalog& catalog, const std::string& space,
                                         const std::string& name);
// Whether a constraint of this relation has the name.
[[nodiscard]] bool has_constraint(const Catalog& catalog, const ObjectId& relation,
                                  const Identifier& name);

// The position that the next column gets.
[[nodiscard]] int next_position(const Catalog& catalog, const ObjectId& relation);
// Positions from 1 without holes, after a column went away.
void renumber_attributes(Catalog& catalog, const ObjectId& relation);

// The columns of the relation that the expression names, in the order of the table. Needs no
// canonical form: where there is none the text is searched for the names.
[[nodiscard]] std::vector<Identifier> columns_used(const Catalog& catalog, const ObjectId& relation,
                                                   const Expression& expression);
// The expression in its canonical spelling when that is complete: it means the same for another
// table, another search path, another column type.
[[nodiscard]] Expression restated(const Expression& expression);

}  // namespace pgplumb::parse
