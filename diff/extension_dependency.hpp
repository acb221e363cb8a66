// ALTER … DEPENDS ON EXTENSION.
#pragma once

#include "diff/action.hpp"
#include "diff/scope.hpp"
#include "schema/kinds/extension_dependency.hpp"

namespace pgplumb::diff {

// CREATE OR REPLACE of a routine or trigger, and the new type of an index's column, make an object
// without the dependencies that it had: sets those that it had and keeps.
[[nodiscard]] Actions renew_extension_dependencies(const ObjectId& subject, const Scope& scope);

// ALTER … [NO] DEPENDS ON EXTENSION.
enum class Depends { on, no_more };
[[nodiscard]] SqlWriter depends_statement(const ObjectId& dependency, Depends depends,
                                          const Scope& scope);

}  // namespace pgplumb::diff
