// What SQL text may name, wherever it stands: in strings and in bodies, too. Nothing is parsed.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/expression.hpp"

namespace pgplumb::workflow {

// The value of a search_path setting: '"$user", public' for alice is {alice, public}.
[[nodiscard]] SearchPath read_search_path(std::string_view setting, const std::string& user);

// The namespaces that CREATE SCHEMA makes anywhere in `text` but in comments; nothing when one of
// them is not a plain name.
[[nodiscard]] std::optional<std::set<std::string>> created_namespaces(std::string_view text);

// The namespaces that ALTER SCHEMA … RENAME TO renames, old and new name, in order.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> renamed_namespaces(
    std::string_view written);

// Whether ALTER DATABASE, ALTER ROLE or ALTER USER may give `setting` (in lower case) a default.
[[nodiscard]] bool may_set_default(std::string_view written, std::string_view setting);

// Whether CREATE ROLE, CREATE USER or CREATE GROUP may make the role.
[[nodiscard]] bool may_create_role(std::string_view written, std::string_view role);

// String constants of an expression, with their quotes; one with a quote in it comes in pieces.
[[nodiscard]] std::vector<std::string_view> string_constants(std::string_view expression);

// Whole and decimal numbers of an expression, outside of strings and names.
[[nodiscard]] std::vector<std::string> number_constants(std::string_view expression);

// Whether `name` stands in the text as a word of its own.
[[nodiscard]] bool stands_in(std::string_view text, std::string_view name);

}  // namespace pgplumb::workflow
