// Blocks of procedural code that end transactions themselves.
#pragma once

#include <string_view>

namespace pgplumb::sql {

// Whether a PL/pgSQL body has COMMIT or ROLLBACK where a statement begins; such a block can only
// run outside a transaction.
[[nodiscard]] bool commits_by_itself(std::string_view body);

}  // namespace pgplumb::sql
