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

// NOT NULL as a statement writes it, once or again.
void write_not_null(const ::Constraint& node, Attribute& attribute);
// ADD NOT NULL: what is there already stays, under its name.
void add_not_null(const ObjectId& relation, const ::Constraint& node, Reach reach, Replay& replay);
void validate_not_null(const ObjectId& column, Reach reach, Replay& replay);
// ALTER CONSTRAINT … INHERIT gives it to the tables that inherit; NO INHERIT leaves it to them.
void set_no_inherit(const ObjectId& column, bool no_inherit, Replay& replay);

void drop_not_null(Attribute& attribute);
// In the tables that inherit the column too.
void drop_not_null(const ObjectId& column, Reach reach, Replay& replay);
void rename_not_null(const ObjectId& column, const Identifier& name, Replay& replay);

}  // namespace pgplumb::parse
