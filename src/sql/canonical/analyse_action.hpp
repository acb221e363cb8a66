// Parse analysis of the statements that rules run.
#pragma once

#include <string>

#include "schema/expression.hpp"
#include "sql/canonical/analyser.hpp"

namespace pgplumb::sql::canon {

// The canonical text; empty for a form that is not analysed. `analyser` says whether it is closed.
[[nodiscard]] std::string analyse_action(Analyser& analyser, const Catalog& catalog,
                                         const SearchPath* path, const ::Node* statement,
                                         const ExpressionContext& context);

}  // namespace pgplumb::sql::canon
