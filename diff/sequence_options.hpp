// The options of a sequence, for CREATE SEQUENCE, ALTER SEQUENCE and identity columns.
#pragma once

#include <optional>

#include "diff/action.hpp"
#include "diff/scope.hpp"
#include "diff/sql_writer.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::diff {

// START, INCREMENT … as far as they are not what the server would choose.
void write_sequence_options(SqlWriter& sql, const Sequence& sequence);

// The smallest and largest value that a sequence of this type and direction has by default.
struct SequenceRange {
  std::int64_t minimum = 1;
  std::int64_t maximum = 0;
};
[[nodiscard]] SequenceRange default_range(const Sequence& sequence);

// The sequence behind an identity column.
[[nodiscard]] std::optional<ObjectId> identity_sequence(const Catalog& catalog,
                                                        const ObjectId& column);

// Whether the sequence of an identity column counts in the column's type, as it does when it is
// new.
[[nodiscard]] bool has_type_of_column(const Sequence& sequence, const Catalog& catalog);

// A sequence that comes to a column with rows goes on behind their largest value. Nothing for
// sequences that count down.
[[nodiscard]] Actions continue_sequence(const ObjectId& id, const Scope& scope);

// The table column that owns the sequence; requires one.
[[nodiscard]] ObjectId owner_column(const Sequence& sequence);

// Whether the owner of the table that it belongs to in the desired state becomes its own with it: a
// sequence that is linked to a table has its owner before, and never another one after.
[[nodiscard]] bool gets_owner_from_table(const ObjectId& id, const Scope& scope);

}  // namespace pgplumb::diff
