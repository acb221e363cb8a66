// Sqitch's plan: names of changes in the order in which they are deployed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb::migrations {

struct PlannedChange {
  std::string name;
  // What its script in deploy/ and revert/ may be called, without ".sql"; the first one that is
  // there is meant: "name", or, of a change that was reworked later, "name@tag" of each tag between
  // the two.
  std::vector<std::string> scripts;
  std::string version;  // when it was planned, YYYYMMDDHHMMSS; later than that of the one before
  // What is known of it in a database: "project:name 2026-01-02T03:04:05Z". Reworked changes share
  // all but the time.
  std::string foreign_name;
  std::size_t offset = 0;  // of its line
};

// Lines that are no change (pragmas, tags, comments) are read over.
[[nodiscard]] std::vector<PlannedChange> read_sqitch_plan(std::string_view text);

}  // namespace pgplumb::migrations
