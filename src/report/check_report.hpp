// What `check` found, for programs. The shape is documented in docs/json.md.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace pgplumb::report {

struct CheckDifference {
  std::string verdict;  // as of a way down
  std::string text;
};

struct CheckedDown {
  std::string migration;
  std::string verdict;
  std::vector<CheckDifference> differences;
};

struct CheckReport {
  std::size_t migrations = 0;
  std::size_t ups = 0;
  std::vector<CheckedDown> downs_alone;
  std::optional<bool> equals_schema;
  std::vector<std::string> schema_differences;
  std::size_t downs = 0;
  std::string downs_stopped;
  std::optional<bool> empty_again;
  std::vector<std::string> leftovers;
  std::optional<bool> ups_again;
  std::vector<std::string> again_differences;
  bool clean = false;
  Diagnostics diagnostics;
};

[[nodiscard]] std::string render_json(const CheckReport& report);

}  // namespace pgplumb::report
