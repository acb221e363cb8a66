// A procedural language: pg_language, without those that PostgreSQL and extensions bring.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct Language {
  bool trusted = false;
  QualifiedName handler;
  QualifiedName inline_handler;  // empty: no DO
  QualifiedName validator;       // empty: none

  static constexpr std::tuple fields{
      field<&Language::trusted>("trusted"), field<&Language::handler>("handler"),
      field<&Language::inline_handler>("inline_handler"), field<&Language::validator>("validator")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Language>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  visit.routine(self.handler);
  if (!self.inline_handler.empty()) visit.routine(self.inline_handler);
  if (!self.validator.empty()) visit.routine(self.validator);
}

}  // namespace pgplumb
