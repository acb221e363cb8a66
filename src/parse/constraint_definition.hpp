// Constraints of tables as statements write them, and what adding one does.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parse/column_definition.hpp"
#include "parse/replay.hpp"

struct Constraint;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

// Which tables a change reaches: ONLY stops at the one named.
enum class Reach { with_children, only };

struct ConstraintDraft {
  Identifier name;  // empty: the server chooses one
  Constraint constraint;
  std::vector<std::string> labels;  // keys: what the columns contribute to a chosen name
  int location = -1;
};

// The constraint that is written. Nothing, with a diagnostic, when a name in it is unknown.
// NOT VALID counts only for a constraint that is added to an existing table.
[[nodiscard]] std::optional<ConstraintDraft> constraint_draft(const WrittenConstraint& written,
                                                              const ObjectId& relation,
                                                              Replay& replay);

// Puts the constraint, named as the server would, and passes it on: a check to children, a key or
// foreign key to partitions; a primary key makes its columns not null. A duplicate is reported.
void add_constraint(const ObjectId& relation, ConstraintDraft draft, Reach reach, Replay& replay);

// The keys of a CREATE TABLE: the primary key first, those that repeat an earlier one left out.
void add_keys(const ObjectId& relation, std::vector<ConstraintDraft> drafts, Replay& replay);

// ADD CONSTRAINT … USING INDEX: the index becomes the constraint's.
void add_key_using_index(const ObjectId& relation, const ::Constraint& node, Replay& replay);

void set_not_null(const ObjectId& relation, const Identifier& column, Reach reach, Replay& replay);

// "t_a_b_fkey".
[[nodiscard]] Identifier choose_foreign_key_name(const ObjectId& relation,
                                                 const std::vector<Identifier>& columns,
                                                 const Replay& replay);

}  // namespace pgplumb::parse
