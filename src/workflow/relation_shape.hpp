// Whether two relations are made alike.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "schema/catalog.hpp"

namespace pgplumb::workflow {

// Names and types of the columns of a relation, in order.
std::vector<std::pair<std::string, std::string>> shape_of(const Catalog& catalog,
                                                          const ObjectId& relation);

// A partition of it, or a child by inheritance.
[[nodiscard]] bool is_child_of(const Relation& relation, const QualifiedName& parent);

}  // namespace pgplumb::workflow
