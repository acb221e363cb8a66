// Settings that an object brings along: pg_proc.proconfig.
#pragma once

#include <string>
#include <vector>

#include "schema/verdict.hpp"

namespace pgplumb {

// Behind a setting's name: SET name FROM CURRENT. What follows "=" is then what the setting is
// taken to have been worth, "" for no idea.
inline constexpr char kFromCurrent = '?';

// "name=value" or "name?=value", sorted by name.
struct Configuration : std::vector<std::string> {
  using std::vector<std::string>::vector;
  // Without the setting of that name.
  void remove(const std::string& name);
};

// Only the session that ran FROM CURRENT knows what it took.
[[nodiscard]] Verdict compare_value(const Configuration& current, const Configuration& desired);
// "work_mem=4MB, geqo FROM CURRENT".
[[nodiscard]] std::string describe(const Configuration& configuration);

}  // namespace pgplumb
