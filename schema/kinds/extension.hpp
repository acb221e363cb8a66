// An installed extension: pg_extension. Its members are folded into it.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

struct Extension {
  Identifier
      space;  // pg_extension.extnamespace; empty = the text did not say (first creation namespace)
  // Not compared: CREATE EXTENSION mostly names none, and then any is meant.
  std::string version;
  // Not compared either: other extensions that have to be there. No text tells.
  std::vector<Identifier> prerequisites{};

  static constexpr std::tuple fields{field<&Extension::space>("schema")};
  static constexpr bool ownable = false;
};

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Extension>
void visit_references(const ObjectId&, Self& self, Visitor& visit) {
  if (!self.space.empty()) visit.space(self.space);
  for (const Identifier& name : self.prerequisites) visit.extension(name);
}

}  // namespace pgplumb
