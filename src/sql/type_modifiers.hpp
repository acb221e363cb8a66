// What stands in the parentheses of a type's name.
#pragma once

#include <string>

struct TypeName;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::sql {

// As TypeRef::modifiers holds it. `typname` is the built-in type's name, "" for all others.
[[nodiscard]] std::string modifiers_of(const ::TypeName& type, const std::string& typname);

}  // namespace pgplumb::sql
