// A conversion between encodings: pg_conversion.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct Conversion {
  std::string for_encoding;  // as pg_encoding_to_char names it: "UTF8"
  std::string to_encoding;
  QualifiedName function;
  bool is_default = false;

  static constexpr std::tuple fields{field<&Conversion::for_encoding>("for_encoding"),
                                     field<&Conversion::to_encoding>("to_encoding"),
                                     field<&Conversion::function>("function"),
                                     field<&Conversion::is_default>("default")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Conversion>
void visit_references(const ObjectId&, Self& self, Visitor& visit) { visit.routine(self.function); }

}  // namespace pgplumb
