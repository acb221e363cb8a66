// What exists in a database and is no kind of the model: reported, never skipped.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "pg/session.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::introspect {

// One entry per object, for Catalog::unmanaged, in the transaction that is open on `session`.
// Catalogs that the role may not read are `not_readable` diagnostics.
[[nodiscard]] std::vector<Unmanaged> read_unmodeled(pg::Session& session, Diagnostics& diagnostics);

}  // namespace pgplumb::introspect
