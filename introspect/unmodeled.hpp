// What exists in a database and is no kind of the model: reported, never skipped.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "introspect/query_list.hpp"
#include "pg/session.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::introspect {

// Adds to what is looked at whether it has rows.
void look_at_unmodeled(QueryList& queries);

// One entry per object, for Catalog::unmanaged, in the transaction that is open on `session`.
// Catalogs that the role may not read are `not_readable` diagnostics.
[[nodiscard]] std::vector<Unmanaged> read_unmodeled(pg::Session& session, const QueryList& queries,
                                                    Diagnostics& diagnostics);

}  // namespace pgplumb::introspect
