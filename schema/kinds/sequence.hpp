// A sequence: pg_class.relkind = 'S' with its pg_sequence row.
#pragma once

#include <concepts>
#include <cstdint>
#include <tuple>
#include <type_traits>

#include "schema/enum.hpp"
#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

PGPLUMB_ENUM(Persistence, permanent, unlogged)

struct Sequence {
  TypeRef type;  // int2, int4 or int8
  std::int64_t start = 1;
  std::int64_t increment = 1;
  std::int64_t minimum = 1;
  std::int64_t maximum = 0;
  std::int64_t cache = 1;
  bool cycle = false;
  QualifiedName owner_relation;  // OWNED BY; empty = none
  Identifier owner_attribute;
  bool identity = false;  // made and owned by an identity column: created and dropped with it
  Persistence persistence = Persistence::permanent;

  static constexpr std::tuple fields{field<&Sequence::type>("type"),
                                     field<&Sequence::start>("start"),
                                     field<&Sequence::increment>("increment"),
                                     field<&Sequence::minimum>("minimum"),
                                     field<&Sequence::maximum>("maximum"),
                                     field<&Sequence::cache>("cache"),
                                     field<&Sequence::cycle>("cycle"),
                                     field<&Sequence::owner_relation>("owned_by_table"),
                                     field<&Sequence::owner_attribute>("owned_by_column"),
                                     field<&Sequence::identity>("identity"),
                                     field<&Sequence::persistence>("persistence")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Sequence>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  visit.type(self.type);
  if (self.owner_relation.empty()) return;
  visit.attribute(self.owner_relation, self.owner_attribute);
  visit.relation(self.owner_relation);
}

}  // namespace pgplumb
