// The options of CREATE SEQUENCE, ALTER SEQUENCE and identity columns.
#pragma once

#include <optional>
#include <string>

#include "parse/replay.hpp"

struct List;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

// Sets what the options say, and what follows from them: minimum and maximum of the type, the
// start of a new sequence. An empty `sequence.type` becomes bigint. RESTART is not part of a
// schema; OWNED BY is for owned_by().
void define_sequence(Sequence& sequence, const ::List* options, Replay& replay);
void change_sequence(Sequence& sequence, const ::List* options, Replay& replay);

// Another type alone: bounds that were the type's own follow it.
void change_sequence_type(Sequence& sequence, const TypeRef& type);

// OWNED BY: sets owner_relation and owner_attribute (both empty for NONE). Unknown names are
// reported.
void own_sequence(Sequence& sequence, const ::List* options, Replay& replay);

// SEQUENCE NAME of an identity column (pg_dump writes it); nothing when not written.
[[nodiscard]] std::optional<QualifiedName> written_sequence_name(const ::List* options,
                                                                 const Replay& replay);

// A new sequence for a serial or identity column of `type` ("int8"); bounds by type.
[[nodiscard]] Sequence sequence_for_column(const TypeRef& type, const QualifiedName& relation,
                                           const Identifier& column);

}  // namespace pgplumb::parse
