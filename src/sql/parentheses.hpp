// Where libpg_query's deparser leaves out parentheses, or a space, that the text needs.
#pragma once

#include <vector>

#include "sql/tree.hpp"

namespace pgplumb::sql {

// A child that must be printed in parentheses, and where its parent holds it.
struct Parenthesized {
  ::Node** place;
  ::Node* child;
};

// Appends those below `root`. May raise PostgreSQL's error for a node that its walker does not
// know: to be called where that is caught.
void find_parenthesized(::Node* root, std::vector<Parenthesized>& found);

// Appends the relations before NOWAIT and SKIP LOCKED, after which the deparser leaves out the
// space.
void find_locked(::Node* root, std::vector<::RangeVar*>& found);

}  // namespace pgplumb::sql
