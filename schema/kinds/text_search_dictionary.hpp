// A text search dictionary: pg_ts_dict.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct TextSearchDictionary {
  QualifiedName template_;
  std::vector<std::string> options;  // "name=value", sorted

  static constexpr std::tuple fields{field<&TextSearchDictionary::template_>("template"),
                                     field<&TextSearchDictionary::options>("options")};
  static constexpr bool ownable = true;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, TextSearchDictionary>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  visit.named(ObjectKind::text_search_template, self.template_);
}

}  // namespace pgplumb
