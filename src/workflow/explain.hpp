// A comparison with a live database for the people who look for what somebody did to it.
#pragma once

#include "diff/compare.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::workflow {

// The same differences, fewer of them: what is missing here and exists there, alike in everything
// but the name, is one renamed object, and what follows from another difference counts with it
// (diff/consequences.hpp). For reports alone: a plan assumes no rename.
[[nodiscard]] diff::Comparison explained(diff::Comparison comparison, const Catalog& current,
                                         const Catalog& desired,
                                         const diff::CompareOptions& options);

}  // namespace pgplumb::workflow
