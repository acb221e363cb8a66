// A text search template: pg_ts_template.
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct TextSearchTemplate {
  QualifiedName initialize;  // may be empty
  QualifiedName lexize;

  static constexpr std::tuple fields{field<&TextSearchTemplate::initialize>("init"),
                                     field<&TextSearchTemplate::lexize>("lexize")};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, TextSearchTemplate>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  if (!self.initialize.empty()) visit.routine(self.initialize);
  visit.routine(self.lexize);
}

}  // namespace pgplumb
