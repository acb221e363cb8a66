// Type names of the grammar to TypeRef.
#pragma once

#include "schema/catalog.hpp"
#include "schema/type_ref.hpp"

struct TypeName;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::sql {

// Resolved as the server would: pg_catalog first, then `path`, in the model and in the extension
// contents it knows; unresolved (empty namespace) when no such type is found. A written namespace
// stays nevertheless while an installed extension of unknown contents may hold the type.
// serial types are the caller's business. `%TYPE` is resolved when the column is in the model.
[[nodiscard]] TypeRef resolve_type(const ::TypeName& type, const Catalog& catalog,
                                   const SearchPath& path);

// The same from text as format_type prints it ("character varying(40)[]", "public.mood"); an empty
// TypeRef for text that is no type name.
[[nodiscard]] TypeRef parse_type(const std::string& text, const Catalog& catalog,
                                 const SearchPath& path);

// True for a type name in pg_catalog ("int4", "text", "tsvector").
[[nodiscard]] bool is_builtin_type(const std::string& typname);

// Whether an extension is installed of which nobody knows what it holds: any name may be in it.
[[nodiscard]] bool has_unknown_contents(const Catalog& catalog);
// The same of one.
[[nodiscard]] bool has_unknown_contents(const Catalog& catalog, const ObjectId& extension);

}  // namespace pgplumb::sql
