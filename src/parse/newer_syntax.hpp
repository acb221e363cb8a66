// What the parser of PostgreSQL 18 tells of nodes that older ones have, too. With an older parser
// these say what the older syntax means.
#pragma once

#include <optional>
#include <string>

#include "sql/tree.hpp"

namespace pgplumb::parse {

// Of a check or foreign key; what follows a column's constraint as a word of its own is not in it.
[[nodiscard]] bool is_enforced(const ::Constraint& node);
// The word of a column's constraint that says so: NOT ENFORCED is false.
[[nodiscard]] std::optional<bool> enforced_word(const ::Constraint& word);
// GENERATED … VIRTUAL.
[[nodiscard]] bool is_virtual(const ::Constraint& node);
// WITHOUT OVERLAPS of a key, PERIOD of a foreign key.
[[nodiscard]] bool is_temporal(const ::Constraint& node);

// ALTER CONSTRAINT: what it says nothing of stays.
struct ConstraintChange {
  struct Deferral {
    bool deferrable = false;
    bool initially_deferred = false;
  };
  std::string name;
  std::optional<Deferral> deferral;
  std::optional<bool> enforced;
  std::optional<bool> no_inherit;  // of a NOT NULL
};
[[nodiscard]] ConstraintChange constraint_change(const ::AlterTableCmd& command);

}  // namespace pgplumb::parse
