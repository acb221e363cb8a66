// A whole history on a scratch server: does every way up run, does it lead to the schema, does
// every way down lead back.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "migrations/migration.hpp"
#include "scratch/scratch_server.hpp"
#include "workflow/likeness.hpp"
#include "workflow/state.hpp"

namespace pgplumb::workflow {

struct CheckInput {
  std::filesystem::path migrations;
  std::optional<std::filesystem::path> schema;  // nothing: not compared
  CompareInput compare;
  bool each = true;  // also every migration by itself
  // Before each step: how many of how many, and what.
  std::function<void(std::size_t, std::size_t, const std::string&)> progress;
};

// order: it leads back but for the order of columns; white_space: but for white space and comments
// in bodies of routines (likeness.hpp).
enum class WayDown { leads_back, order, white_space, none, irreversible, differs, fails };

// What the way down of one migration makes of what its way up made.
struct SingleStep {
  std::string label;
  WayDown result{};
  std::vector<NamedDifference> differences;
};

enum class Exactness { as_a_person_sees_it, exact };

struct CheckReport {
  std::size_t migrations = 0;
  std::size_t ups = 0;             // that ran
  std::vector<SingleStep> single;  // in version order; empty when not asked for
  std::optional<bool> equals_schema;
  std::vector<std::string> schema_differences;
  std::size_t downs = 0;  // that ran, of all downs in a row
  std::string no_downs_because;
  std::optional<bool> empty_again;  // nothing when the downs did not all run
  std::vector<std::string> leftovers;
  std::optional<bool> ups_again;
  std::vector<std::string> again_differences;
  Diagnostics diagnostics;  // syntax errors, a way up that fails; each with its position

  [[nodiscard]] std::size_t count(WayDown result) const;
  // Nothing was found that is wrong; with `exact`, a way down that does not lead back exactly is.
  [[nodiscard]] bool clean(Exactness exactness) const;
};

[[nodiscard]] CheckReport check_history(const CheckInput& input, scratch::ScratchServer& server);

}  // namespace pgplumb::workflow
