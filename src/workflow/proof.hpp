// A pair of migrations, shown on a scratch server: up reaches the desired state, down returns to
// the start, and rows survive both.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "migrations/migration.hpp"
#include "schema/catalog.hpp"
#include "scratch/scratch_server.hpp"
#include "workflow/sample_rows.hpp"
#include "workflow/text_state.hpp"

namespace pgplumb::workflow {

struct ProofInput {
  SqlFiles start;                            // builds the state before the pair
  Catalog migrated;                          // that state, as the text leaves names open
  std::vector<migrations::Source> up;        // in order
  std::vector<migrations::Source> down;      // in order of running
  Catalog desired;                           // read from a server that ran the desired SQL
  std::vector<std::string> ignored_objects;  // patterns, see ignore.hpp
  std::set<ObjectId> never_null;             // of the start: columns without null after the way up
};

struct Proof {
  bool up_reaches_desired = false;
  bool down_returns = false;
  bool rows_survive = false;
  SampleRows rows;
  Diagnostics diagnostics;  // proof_failed: each difference, statement or row that is missing

  [[nodiscard]] bool complete() const { return up_reaches_desired && down_returns && rows_survive; }
};

[[nodiscard]] Proof prove(const ProofInput& input, scratch::ScratchServer& server);

}  // namespace pgplumb::workflow
