// Which types become which others, as parse_coerce.c of PostgreSQL documents it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sql/canonical/builtins.hpp"
#include "sql/canonical/type_info.hpp"

namespace pgplumb::sql::canon {

using Types = std::vector<const TypeInfo*>;

enum class Pathway : std::uint8_t { none, relabel, function, array, input_output };

// From `source` to `target`, domains taken as their base types.
[[nodiscard]] Pathway pathway(const TypeInfo* target, const TypeInfo* source, CastContext context);
// The cast that pathway() takes, of elements for arrays; null where it takes none of pg_cast.
[[nodiscard]] const Cast* cast_between(const TypeInfo* target, const TypeInfo* source);
[[nodiscard]] bool can_coerce(const Types& sources, const Types& targets, CastContext context,
                              TypeSpace& space);
[[nodiscard]] bool is_binary_coercible(const TypeInfo* source, const TypeInfo* target);
[[nodiscard]] bool is_preferred(char category, const TypeInfo* type);

// The type of CASE, COALESCE, ARRAY, UNION …; known().unknown stands for an untyped constant.
// Null: they have none in common.
[[nodiscard]] const TypeInfo* common_type(const Types& types);

// Replaces polymorphic types among `declared` by what they stand for with these actual types, and
// returns what `result` stands for. Null when the types contradict each other.
[[nodiscard]] const TypeInfo* resolve_polymorphic(const Types& actual, Types& declared,
                                                  const TypeInfo* result, TypeSpace& space);

}  // namespace pgplumb::sql::canon
