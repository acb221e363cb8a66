// A schema whose tables a publication takes, those to come included: pg_publication_namespace. A
// part of the schema; the id's member is the publication's name.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct PublishedSchema {
  static constexpr std::tuple<> fields{};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, PublishedSchema>
void visit_references(const ObjectId& id, Self&, Visitor& visit) {
  visit.publication(Identifier(id.member));
}

}  // namespace pgplumb
