// A data type as a column, argument or cast names it.
#pragma once

#include <string>

#include "schema/identifier.hpp"
#include "schema/verdict.hpp"

namespace pgplumb {

// Built-in types are in namespace pg_catalog under their pg_type.typname ("int4", "varchar",
// "bpchar", "timestamptz"). An empty namespace: the text names a type that the model does not
// hold (it may belong to an extension whose contents are not known).
struct TypeRef {
  QualifiedName name;  // of the element type, when `array`
  std::string
      modifiers;  // inside the parentheses, no spaces: "10,2", "40"; interval: "day to second(3)"
  bool array = false;  // any number of dimensions: the server does not keep it

  [[nodiscard]] bool resolved() const { return !name.space.empty(); }
  [[nodiscard]] bool empty() const { return name.empty(); }
  bool operator==(const TypeRef&) const = default;
};

// Unresolved names can be equal to any type of that name: unknown.
[[nodiscard]] Verdict compare_value(const TypeRef& current, const TypeRef& desired);

[[nodiscard]] TypeRef builtin_type(std::string typname, std::string modifiers = {});

// As format_type prints it with an empty search path ("character varying(40)",
// "public.mood[]"): quoted, fit for SQL and for people.
[[nodiscard]] std::string format_type(const TypeRef& type);

}  // namespace pgplumb
