// How values of a type are stored where no column says otherwise (pg_type.typstorage).
#pragma once

#include <optional>

#include "schema/catalog.hpp"
#include "schema/kinds/attribute.hpp"
#include "schema/type_ref.hpp"

namespace pgplumb {

// Nothing for a type that the catalog does not hold.
[[nodiscard]] std::optional<Storage> storage_of_type(const TypeRef& type, const Catalog& catalog);

}  // namespace pgplumb
