// The recorded expressions: as written, and as PostgreSQL printed them.
#pragma once

#include <string>
#include <vector>

#include "schema/catalog.hpp"
#include "schema/expression.hpp"

namespace pgplumb::sql::tests {

struct Recorded {
  std::string kind;  // "check", "default:integer" …
  std::string written;
  std::string printed;
};

[[nodiscard]] std::vector<Recorded> read_recorded();
// The catalog of setup.sql.
[[nodiscard]] Catalog shop();

// What an expression of that kind is part of; adds what the kind's argument needs to `catalog`.
[[nodiscard]] ExpressionContext context_of(const std::string& kind, Catalog& catalog);

// Written with search_path shop; printed by a server.
[[nodiscard]] Expression written(std::string text);
[[nodiscard]] Expression printed(std::string text);
// Canonicalised as `kind` in the shop's catalog.
[[nodiscard]] Expression canonical(Expression expression, const std::string& kind);

}  // namespace pgplumb::sql::tests
