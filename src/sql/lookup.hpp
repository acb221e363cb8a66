// Which function, operator, collation … a name in SQL text means, as the server looks it up when a
// statement names it outside an expression.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schema/catalog.hpp"

namespace pgplumb::sql {

struct FoundFunction {
  QualifiedName name;
  std::vector<TypeRef> parameters;  // as declared; polymorphic ones stay so
  TypeRef result;                   // for these arguments; empty where that is not known
};

// `names`: [namespace,] name. Where none fits, one of that name; where there is none either, the
// written namespace, or an empty one. An empty path means pg_catalog alone.
[[nodiscard]] FoundFunction find_function(const std::vector<std::string>& names,
                                          const std::vector<TypeRef>& arguments,
                                          const Catalog& catalog, const SearchPath& path);
// The only one of that name that there is a need to know nothing more about: estimators, support.
[[nodiscard]] QualifiedName find_function_named(const std::vector<std::string>& names,
                                                const Catalog& catalog, const SearchPath& path);

// What `left op right` means; `left` empty: a prefix operator. `find_exact_operator`: only one
// that is declared for exactly these types.
[[nodiscard]] std::optional<QualifiedName> find_operator(const std::vector<std::string>& names,
                                                         const TypeRef& left, const TypeRef& right,
                                                         const Catalog& catalog,
                                                         const SearchPath& path);

[[nodiscard]] std::optional<QualifiedName> find_exact_operator(
    const std::vector<std::string>& names, const TypeRef& left, const TypeRef& right,
    const Catalog& catalog, const SearchPath& path);
// Whether pg_catalog has any of that name.
[[nodiscard]] bool is_builtin_operator(const std::string& name);

// Whether pg_catalog has a routine or a relation of that name, in any version.
[[nodiscard]] bool is_builtin_routine(const std::string& name);
[[nodiscard]] bool is_builtin_relation(const std::string& name);

// Locale names ("de_DE", "en_US.utf8", "de-x-icu") become collations of pg_catalog at initdb.
[[nodiscard]] bool is_builtin_collation(const std::string& name);
// One that is found nowhere is taken for the server's own.
[[nodiscard]] QualifiedName resolve_collation(const std::vector<std::string>& names,
                                              const Catalog& catalog, const SearchPath& path);

}  // namespace pgplumb::sql
