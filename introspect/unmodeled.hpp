// What exists in a database and is no kind of the model: reported, never skipped.
#pragma once

#include "base/diagnostic.hpp"
#include "introspect/reader.hpp"
#include "pg/session.hpp"

namespace pgplumb::introspect {

// Adds one entry per object to Catalog::unmanaged, in the transaction that is open on `session`.
// Catalogs that the role may not read are `not_readable` diagnostics.
void read_unmodeled(pg::Session& session, Reader& reader, Diagnostics& diagnostics);

}  // namespace pgplumb::introspect
