// NOT NULL as a constraint with a name: what PostgreSQL has from 18 on.
#pragma once

#include <optional>

#include "parse/constraint_definition.hpp"
#include "parse/replay.hpp"

namespace pgplumb::parse {

// The column whose NOT NULL goes by that name: the written one, or the one that the server chooses
// by itself. Nothing before PostgreSQL 18.
[[nodiscard]] std::optional<ObjectId> find_not_null(const ObjectId& relation,
                                                    const Identifier& name, const Replay& replay);

void drop_not_null(Attribute& attribute);
// In the tables that inherit the column too.
void drop_not_null(const ObjectId& column, Reach reach, Replay& replay);
void rename_not_null(const ObjectId& column, const Identifier& name, Replay& replay);

}  // namespace pgplumb::parse
