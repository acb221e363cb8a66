// Objects that the user keeps out of every comparison.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "migrations/history.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::workflow {

// `pattern` of shown(ObjectId) with '*' for any characters ("audit.*", "public.tmp_*").
[[nodiscard]] bool matches(std::string_view pattern, std::string_view text);

// Removes the objects that match, with their parts.
void leave_out(Catalog& catalog, const std::vector<std::string>& patterns);

// pgplumb's own tables are no part of what is compared; a dump of a database has them, too.
void leave_out_history(Catalog& catalog, const migrations::HistoryTable& table);

// Tables by their names ("public.knex_migrations"), with their parts and sequences, and a namespace
// that holds nothing else: histories of other tools that were imported.
void leave_out_tables(Catalog& catalog, const std::vector<std::string>& tables);

}  // namespace pgplumb::workflow
