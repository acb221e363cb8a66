// A text search parser: pg_ts_parser.
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct TextSearchParser {
  QualifiedName start;
  QualifiedName token;
  QualifiedName end;
  QualifiedName headline;  // may be empty
  QualifiedName token_types;

  static constexpr std::tuple fields{
      field<&TextSearchParser::start>("start"), field<&TextSearchParser::token>("gettoken"),
      field<&TextSearchParser::end>("end"), field<&TextSearchParser::headline>("headline"),
      field<&TextSearchParser::token_types>("lextypes")};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, TextSearchParser>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  visit.routine(self.start);
  visit.routine(self.token);
  visit.routine(self.end);
  if (!self.headline.empty()) visit.routine(self.headline);
  visit.routine(self.token_types);
}

}  // namespace pgplumb
