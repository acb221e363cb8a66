// Configuration settings as SQL sets them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/expression.hpp"

struct VariableSetStmt;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

// The name in the server's own spelling ("TimeZone" for "timezone").
[[nodiscard]] std::string setting_name(std::string_view written);

// What SET's arguments come to as one text, as the server keeps it in pg_proc.proconfig: the
// elements of a list of names (search_path) quoted where needed, others as they are.
[[nodiscard]] std::string setting_value(const ::VariableSetStmt& statement);

// The elements of SET search_path = a, b as they are written (case folded, unquoted).
[[nodiscard]] std::vector<std::string> setting_elements(const ::VariableSetStmt& statement);

// A search path in one text ("a, \"B\""), as set_config takes it: the elements, case folded where
// not quoted.
[[nodiscard]] std::vector<std::string> split_identifiers(std::string_view text);

// The namespaces of a written search path that count: without pg_catalog, temporary ones and
// "$user" (whose name the text does not know, unless `user` is not empty).
[[nodiscard]] SearchPath effective_path(const std::vector<std::string>& elements,
                                        const std::string& user);

// The path as one text, each element quoted where needed.
[[nodiscard]] std::string path_text(const SearchPath& path);

}  // namespace pgplumb::parse
