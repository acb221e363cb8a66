// Tables that are declared catalog tables (user_catalog_table) for logical decoding: the server
// rewrites none of them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diff/action.hpp"
#include "diff/scope.hpp"

namespace pgplumb::diff {

// The options of a table without that one, whose statements are catalog_table_steps'.
[[nodiscard]] std::vector<std::string> without_catalog_option(std::vector<std::string> options);

// What is to be done about the option of one table.
struct CatalogTableSteps {
  std::optional<Action> before;        // ends it; before the table is rewritten
  std::optional<Action> after;         // says it as the desired state has it
  std::vector<std::size_t> rewriting;  // positions in the actions
};

// For each of the tables in `altered` whose option changes, and each that `actions` rewrite while
// it has one.
[[nodiscard]] std::vector<CatalogTableSteps> catalog_table_steps(
    const std::vector<Action>& actions, const std::map<ObjectId, Actions>& altered,
    const Scope& scope);

}  // namespace pgplumb::diff
