// What an object is shown and counted with when both come or go together.
#pragma once

#include <optional>

#include "schema/catalog.hpp"

namespace pgplumb::diff {

// The table of a column, the column of a default, the table of an index or of an owned sequence,
// the object of a comment, the extension of the privileges on what it brings. Nothing for what
// stands on its own.
[[nodiscard]] std::optional<ObjectId> holder_of(const Catalog& catalog, const ObjectId& id);

}  // namespace pgplumb::diff
