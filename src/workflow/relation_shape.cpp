#include "workflow/relation_shape.hpp"

#include <algorithm>

namespace pgplumb::workflow {

std::vector<std::pair<std::string, std::string>> shape_of(const Catalog& catalog,
                                                          const ObjectId& relation) {
  std::vector<std::pair<std::string, std::string>> shape;
  for (const ObjectId& id : catalog.attributes_of(relation)) {
    shape.emplace_back(id.member, format_type(catalog.get<Attribute>(id)->type));
  }
  return shape;
}

bool is_child_of(const Relation& relation, const QualifiedName& parent) {
  return relation.partition_of == parent ||
         std::find(relation.inherits.begin(), relation.inherits.end(), parent) !=
             relation.inherits.end();
}

}  // namespace pgplumb::workflow
