// What a foreign key that goes away locks beside its own table.
#pragma once

#include "diff/action.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::diff {

// `gone` (a table or a column of `catalog`) takes its foreign keys with it: the tables that they
// refer to lose triggers.
void lock_referenced(Action& action, const ObjectId& gone, const Catalog& catalog);

}  // namespace pgplumb::diff
