// What the sessions that run migrations find: the search path and the namespaces that were there
// before the first migration. Read from the live database where there is one, as no text tells.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

// Namespaces of `surroundings` that `text` uses are taken to be as they are in `live`; those that
// it does not use are none of its business and leave it.
void adopt_namespaces(Catalog& text, const Catalog& live, const Surroundings& surroundings);

// The value of a search_path setting: '"$user", public' for alice is {alice, public}.
[[nodiscard]] SearchPath read_search_path(std::string_view setting, const std::string& user);

// The namespaces that CREATE SCHEMA makes anywhere in `written`, in strings and bodies too; nothing
// when one of them is not a plain name.
[[nodiscard]] std::optional<std::set<std::string>> created_namespaces(std::string_view written);

// The namespaces that ALTER SCHEMA … RENAME TO renames anywhere in `written`, old and new name, in
// order.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> renamed_namespaces(
    std::string_view written);

}  // namespace pgplumb::workflow
