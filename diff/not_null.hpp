// NOT NULL as a constraint with a name, which may not be valid yet: PostgreSQL 18.
#pragma once

#include "diff/action.hpp"
#include "diff/rules.hpp"
#include "diff/scope.hpp"
#include "diff/sql_writer.hpp"

namespace pgplumb::diff {

// NOT NULL inside a column's definition, with what is said about it; empty where the column may be
// null, or where only ALTER TABLE can say what it is (not_null_to_add).
[[nodiscard]] SqlWriter not_null_words(const ObjectId& id, const Attribute& desired,
                                       const Scope& scope);

// Whether SET NOT NULL would make another constraint than the desired one.
[[nodiscard]] bool needs_words(const ObjectId& id, const Attribute& desired, const Scope& scope);
// ALTER TABLE … ADD CONSTRAINT … NOT NULL.
[[nodiscard]] SqlWriter added_not_null(const ObjectId& id, const Attribute& desired);

// The column forbids nulls on both sides.
[[nodiscard]] Actions alter_not_null_constraint(const ObjectId& id, const Attribute& current,
                                                const Attribute& desired,
                                                const Changed<Attribute>& changed);

}  // namespace pgplumb::diff
