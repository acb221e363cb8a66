#include <utility>

#include "parse/alter_table.hpp"

namespace pgplumb::parse {

std::vector<ObjectId> owned_sequences(const Catalog& catalog, const ObjectId& relation,
                                      const Identifier& column) {
  std::vector<ObjectId> found = catalog.sequences_of(relation.qualified_name());
  std::erase_if(found, [&](const ObjectId& id) {
    return !column.empty() && catalog.get<Sequence>(id)->owner_attribute != column;
  });
  return found;
}

}  // namespace pgplumb::parse
