// A column as CREATE TABLE and ADD COLUMN write it.
#pragma once

#include <optional>
#include <vector>

#include "parse/replay.hpp"

struct ColumnDef;   // PostgreSQL's; sql/tree.hpp
struct Constraint;  // PostgreSQL's
struct List;        // PostgreSQL's

namespace pgplumb::parse {

// A sequence that comes with a column (serial, identity).
struct ColumnSequence {
  ObjectId id;
  Sequence sequence;
};

// A check, key or foreign key written at a column; `node` dies with the statement.
struct WrittenConstraint {
  const ::Constraint* node = nullptr;
  Identifier column;  // empty for a table constraint
  bool deferrable = false;
  bool initially_deferred = false;
  bool enforced = true;
};

struct ColumnDraft {
  Identifier name;
  Attribute attribute;           // position is not set
  Expression default_value;      // or the generation expression; empty = none
  bool default_written = false;  // DEFAULT NULL, too: it hides the parent's
  std::optional<ColumnSequence> sequence;
  std::vector<WrittenConstraint> constraints;
  int location = -1;  // in the statement; -1 = not written there
};

// What the definition says. Chooses the sequence's name, but puts nothing into the model.
[[nodiscard]] ColumnDraft column_draft(const ::ColumnDef& definition, const ObjectId& relation,
                                       Persistence persistence, Replay& replay);
// The constraints of a column that is defined elsewhere (typed tables, partitions): not null,
// default, identity and generation change `draft`, the others are appended to its list.
void apply_column_constraints(const ::List* constraints, const ObjectId& relation,
                              Persistence persistence, ColumnDraft& draft, Replay& replay);

// Puts column, default and sequence into the model, as the last column.
void put_column(const ObjectId& relation, const ColumnDraft& draft, Replay& replay);
// Puts, replaces or (empty expression) removes the default of an existing column.
void put_default(const ObjectId& relation, const Identifier& column, const Expression& expression,
                 Replay& replay);

// A default as the server would store it: empty for a NULL that it does not keep.
[[nodiscard]] Expression default_expression(const ::Node* node, const TypeRef& type,
                                            const Replay& replay);

// PLAIN, EXTERNAL …; DEFAULT and unknown words are the type's own.
[[nodiscard]] Storage storage_of(const char* name);
// pglz, lz4; empty for DEFAULT.
[[nodiscard]] Identifier compression_of(const char* name);

// A sequence for an identity column, named "t_c_seq" unless the options name it.
[[nodiscard]] ColumnSequence identity_sequence(const ::List* options, const ObjectId& relation,
                                               const Identifier& column, const TypeRef& type,
                                               Persistence persistence, Replay& replay);

}  // namespace pgplumb::parse
