// A role that the text does not name: CURRENT_USER, SESSION_USER.
#pragma once

#include <string>
#include <vector>

#include "schema/verdict.hpp"

namespace pgplumb {

// Stands in place of a role's name for whoever runs the text; no role can be called so.
inline constexpr const char* kRunningRole = "none";

// Sorted; {""} is PUBLIC.
struct RoleNames : std::vector<std::string> {
  using std::vector<std::string>::vector;
  [[nodiscard]] bool has_running_role() const;
};

// Whoever runs the text may be any one role that the other side names besides.
[[nodiscard]] Verdict compare_value(const RoleNames& current, const RoleNames& desired);
// "ann, whoever runs it".
[[nodiscard]] std::string describe(const RoleNames& roles);

}  // namespace pgplumb
