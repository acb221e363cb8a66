// Sqitch's plan: names of changes in the order in which they are deployed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pgplumb::migrations {

struct PlannedChange {
  std::string name;
  std::string script;   // of deploy/ and revert/, without ".sql": "name", or "name@tag" where the
                        // change was reworked later
  std::string version;  // when it was planned, YYYYMMDDHHMMSS; later than that of the one before
};

// Lines that are no change (pragmas, tags, comments) are read over.
[[nodiscard]] std::vector<PlannedChange> read_sqitch_plan(std::string_view text);

}  // namespace pgplumb::migrations
