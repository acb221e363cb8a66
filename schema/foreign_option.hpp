// OPTIONS (…) of foreign-data wrappers, servers, user mappings, foreign tables and their columns.
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "schema/verdict.hpp"

namespace pgplumb {

// A password never stands here: of a secret only the digest is kept, which is enough to compare.
struct ForeignOption {
  std::string name;
  std::string value;
  bool secret = false;

  auto operator<=>(const ForeignOption&) const = default;
};

using ForeignOptions = std::vector<ForeignOption>;  // sorted by name

// What `name` makes a secret (base/secrets.hpp) is digested.
[[nodiscard]] ForeignOption foreign_option(const std::string& name, const std::string& value);

[[nodiscard]] Verdict compare_value(const ForeignOption& current, const ForeignOption& desired);
// "host db1", "password ****".
[[nodiscard]] std::string describe(const ForeignOption& option);

}  // namespace pgplumb
