// A range type with its multirange type: pg_range, pg_type.typtype = 'r' and 'm'.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct RangeType {
  TypeRef subtype;
  QualifiedName operator_class;  // empty = the subtype's default
  QualifiedName collation;       // empty = the subtype's own
  QualifiedName canonical_function;
  QualifiedName difference_function;
  QualifiedName multirange;
  // The functions that make values: they keep their names when the types are renamed.
  QualifiedName constructor;
  QualifiedName multirange_constructor;

  static constexpr std::tuple fields{
      field<&RangeType::subtype>("subtype"),
      field<&RangeType::operator_class>("operator_class"),
      field<&RangeType::collation>("collation"),
      field<&RangeType::canonical_function>("canonical_function"),
      field<&RangeType::difference_function>("difference_function"),
      field<&RangeType::multirange>("multirange"),
      field<&RangeType::constructor>("constructor"),
      field<&RangeType::multirange_constructor>("multirange_constructor")};
  static constexpr bool ownable = true;
};

// The name that the server gives the multirange type where none is written.
[[nodiscard]] std::string chosen_multirange_name(const std::string& range);

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, RangeType>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  const TypeRef own{id.qualified_name(), {}, false};
  const TypeRef subtype = self.subtype;
  visit.type(self.subtype);
  if (!self.operator_class.empty()) {
    visit.operator_class(self.operator_class, Identifier("btree"));
  }
  if (!self.collation.empty()) visit.collation(self.collation);
  if (!self.canonical_function.empty()) visit.function(self.canonical_function, {own});
  if (!self.difference_function.empty()) {
    visit.function(self.difference_function, {subtype, subtype});
  }
  visit.named(ObjectKind::range_type, self.multirange);
  visit.space(self.multirange.space);
  visit.space(self.constructor.space);
  visit.space(self.multirange_constructor.space);
}

}  // namespace pgplumb
