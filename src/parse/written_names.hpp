// Names as statements write them: for messages, and resolved where no object of the model stands
// behind them.
#pragma once

#include <string>
#include <vector>

#include "parse/replay.hpp"
#include "schema/identifier.hpp"

struct List;      // PostgreSQL's; sql/tree.hpp
struct RangeVar;  // PostgreSQL's

namespace pgplumb::parse {

// "space.name" as written, for messages.
[[nodiscard]] std::string written(const ::RangeVar& name);
[[nodiscard]] std::string written(const ::List* names);

// A collation; one that PostgreSQL brings along is in pg_catalog. Empty for an empty list.
[[nodiscard]] QualifiedName collation_name(const ::List* names, const Replay& replay);
// An operator class: pg_catalog's own, one of the model, an extension's, else the first namespace
// of the path.
[[nodiscard]] QualifiedName operator_class_name(const ::List* names,
                                                const Identifier& access_method,
                                                const Replay& replay);
// A routine that something is made of: the model's, an extension's, else pg_catalog's own.
[[nodiscard]] QualifiedName routine_name(const ::List* names, const Replay& replay);
// An operator of unknown types; one without a written namespace is taken for pg_catalog's where
// that has any of the name.
[[nodiscard]] QualifiedName operator_name(const ::List* names, const Replay& replay);
// The same where both operands are known to be of `type`: an operator made for that very type, the
// model's or an extension's, is meant rather than pg_catalog's of that name.
[[nodiscard]] QualifiedName operator_name(const ::List* names, const TypeRef& type,
                                          const Replay& replay);
// Where an extension of unknown contents most likely put its members.
[[nodiscard]] std::string extension_namespace(const Replay& replay);

// The name, "" for the standard one: how the model holds table spaces and access methods.
[[nodiscard]] Identifier unless(const char* name, const char* standard);

// Joined with '_' as the server does for index and constraint names: no further name is added once
// 64 bytes are reached.
[[nodiscard]] std::string joined_for_name(const std::vector<std::string>& names);

}  // namespace pgplumb::parse
