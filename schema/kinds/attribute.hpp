// A column of a table: pg_attribute.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/chosen_name.hpp"
#include "schema/enum.hpp"
#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

PGPLUMB_ENUM(Identity, none, always, by_default)
PGPLUMB_ENUM(Generated, none, stored, virtual_)
PGPLUMB_ENUM(Storage, type_default, plain, external, extended, main)

struct Attribute {
  // Order within the table, from 1, without holes. Not a field: the server can't move a column,
  // so no statement could make two orders equal; reports mention it.
  int position = 0;
  TypeRef type;
  bool not_null = false;
  // Of the constraint behind it, from PostgreSQL 18 on.
  ChosenName not_null_name;
  bool not_null_validated = true;
  bool not_null_no_inherit = false;
  QualifiedName collation;  // empty = the type's own
  Identity identity = Identity::none;
  Generated generated = Generated::none;  // the expression is the attribute_default
  Storage storage = Storage::type_default;
  Identifier compression;  // "pglz", "lz4"; empty = default
  std::optional<int> statistics_target;
  std::vector<std::string> options;  // n_distinct=…, sorted
  bool local = true;                 // attislocal: declared here, not only inherited
  int inherited_from = 0;            // attinhcount

  static constexpr std::tuple fields{field<&Attribute::type>("type"),
                                     field<&Attribute::not_null>("not_null"),
                                     field<&Attribute::not_null_name>("not_null_name"),
                                     field<&Attribute::not_null_validated>("not_null_validated"),
                                     field<&Attribute::not_null_no_inherit>("not_null_no_inherit"),
                                     field<&Attribute::collation>("collation"),
                                     field<&Attribute::identity>("identity"),
                                     field<&Attribute::generated>("generated"),
                                     field<&Attribute::storage>("storage"),
                                     field<&Attribute::compression>("compression"),
                                     field<&Attribute::statistics_target>("statistics_target"),
                                     field<&Attribute::options>("options"),
                                     field<&Attribute::local>("local"),
                                     field<&Attribute::inherited_from>("inherited_from")};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Attribute>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  visit.type(self.type);
  if (!self.collation.empty()) visit.collation(self.collation);
}

}  // namespace pgplumb
