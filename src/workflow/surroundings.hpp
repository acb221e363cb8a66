// What the sessions that run migrations find: the search path and the namespaces that were there
// before the first migration. Read from the live database where there is one, as no text tells.
#pragma once

#include "pg/session.hpp"
#include "schema/catalog.hpp"
#include "workflow/state.hpp"
#include "workflow/text_state.hpp"

namespace pgplumb::workflow {

// As configured.
[[nodiscard]] Surroundings surroundings_of(const CompareInput& input);

// As `session` finds them, whose settings are those of the sessions that run `files`: its search
// path, unless the files themselves set one for the database or a role, and the namespaces that the
// files do not make.
[[nodiscard]] Surroundings surroundings_of(const CompareInput& input, pg::Session& session,
                                           const SqlFiles& files);

// Formats and roles: what `session` finds and `files` don't make themselves.
void learn_server(Surroundings& surroundings, pg::Session& session, const SqlFiles& files);

// Namespaces of `surroundings` that `text` uses are taken to be as they are in `live`; those that
// it does not use are none of its business and leave it.
void adopt_namespaces(Catalog& text, const Catalog& live, const Surroundings& surroundings);

}  // namespace pgplumb::workflow
