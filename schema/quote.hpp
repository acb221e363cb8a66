// Names and texts as SQL writes them.
#pragma once

#include <string>
#include <string_view>

#include "schema/identifier.hpp"

namespace pgplumb {

// Bare where any supported server reads it back as the same name, else in double quotes: the rule
// of PostgreSQL's quote_identifier with the keywords of all supported versions.
[[nodiscard]] std::string quote_identifier(std::string_view name);
[[nodiscard]] inline std::string quote_identifier(const Identifier& name) {
  return quote_identifier(std::string_view(name.text()));
}

// The name alone where its namespace is empty.
[[nodiscard]] std::string quote_qualified(const QualifiedName& name);

// 'text', or E'text' when it holds a backslash, so that it means the same whatever
// standard_conforming_strings says.
[[nodiscard]] std::string quote_literal(std::string_view text);

}  // namespace pgplumb
