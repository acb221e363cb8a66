// A stand-alone composite type: pg_type.typtype = 'c' with pg_class.relkind = 'c'.
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct CompositeAttribute {
  Identifier name;
  TypeRef type;
  QualifiedName collation;  // empty = the type's own

  static constexpr std::tuple fields{field<&CompositeAttribute::name>("name"),
                                     field<&CompositeAttribute::type>("type"),
                                     field<&CompositeAttribute::collation>("collation")};
};

struct CompositeType {
  std::vector<CompositeAttribute> attributes;  // in attnum order

  static constexpr std::tuple fields{field<&CompositeType::attributes>("attributes")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, CompositeType>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  for (auto& attribute : self.attributes) {
    visit.attribute(id.qualified_name(), attribute.name);
    visit.type(attribute.type);
    if (!attribute.collation.empty()) visit.collation(attribute.collation);
  }
}

}  // namespace pgplumb
