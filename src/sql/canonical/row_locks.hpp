// FOR UPDATE and its sisters, as the server keeps them: one mark for each item of FROM.
#pragma once

#include <string>

#include "sql/canonical/scope.hpp"

struct SelectStmt;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::sql::canon {

// " FOR UPDATE OF a FOR SHARE OF b NOWAIT"; empty without any. `scope`: after its FROM was read.
[[nodiscard]] std::string row_locks(const ::SelectStmt* node, const Scope& scope);

}  // namespace pgplumb::sql::canon
