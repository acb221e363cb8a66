// A text search configuration: pg_ts_config with its rows of pg_ts_config_map.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct TokenMapping {
  std::string token;  // as the parser names it: "asciiword"
  std::vector<QualifiedName> dictionaries;

  static constexpr std::tuple fields{field<&TokenMapping::token>("token"),
                                     field<&TokenMapping::dictionaries>("dictionaries")};
};

struct TextSearchConfiguration {
  QualifiedName parser;
  std::vector<TokenMapping> mappings;  // by token

  static constexpr std::tuple fields{field<&TextSearchConfiguration::parser>("parser"),
                                     field<&TextSearchConfiguration::mappings>("mappings")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, TextSearchConfiguration>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  visit.named(ObjectKind::text_search_parser, self.parser);
  for (auto& mapping : self.mappings) {
    for (auto& dictionary : mapping.dictionaries) {
      visit.named(ObjectKind::text_search_dictionary, dictionary);
    }
  }
}

}  // namespace pgplumb
