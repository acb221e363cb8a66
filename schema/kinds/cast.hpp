// A cast between two types: pg_cast. Identity: the types, ObjectId::name and ::member.
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/enum.hpp"
#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

PGPLUMB_ENUM(CastMethod, function, binary, inout)
PGPLUMB_ENUM(CastUse, explicit_, assignment, implicit)

struct Cast {
  TypeRef source;
  TypeRef target;
  CastMethod method = CastMethod::function;
  QualifiedName function;
  std::vector<TypeRef> function_arguments;
  CastUse use = CastUse::explicit_;

  static constexpr std::tuple fields{field<&Cast::source>("source"),
                                     field<&Cast::target>("target"),
                                     field<&Cast::method>("method"),
                                     field<&Cast::function>("function"),
                                     field<&Cast::function_arguments>("function_arguments"),
                                     field<&Cast::use>("context")};
  static constexpr bool ownable = false;
};

[[nodiscard]] ObjectId cast_id(const TypeRef& source, const TypeRef& target);

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Cast>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  if (!self.function.empty()) {
    const std::vector<TypeRef> arguments = self.function_arguments;
    visit.function(self.function, arguments);
  }
  visit.type(self.source);
  visit.type(self.target);
  for (auto& type : self.function_arguments) visit.type(type);
}

}  // namespace pgplumb
