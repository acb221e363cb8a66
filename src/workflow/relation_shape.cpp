#include "workflow/relation_shape.hpp"

namespace pgplumb::workflow {

std::vector<std::pair<std::string, std::string>> shape_of(const Catalog& catalog,
                                                          const ObjectId& relation) {
  std::vector<std::pair<std::string, std::string>> shape;
  for (const ObjectId& id : catalog.attributes_of(relation)) {
    shape.emplace_back(id.member, format_type(catalog.get<Attribute>(id)->type));
  }
  return shape;
}

}  // namespace pgplumb::workflow
