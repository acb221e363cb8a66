// A pair of migrations, shown on a scratch server: up reaches the desired state, down returns to
// the start, and rows survive both.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "diff/compare.hpp"
#include "schema/catalog.hpp"
#include "scratch/scratch_server.hpp"
#include "workflow/data_refusal.hpp"
#include "workflow/sample_rows.hpp"
#include "workflow/text_state.hpp"

namespace pgplumb::workflow {

struct ProofInput {
  SqlFiles start;               // builds the state before the pair
  Catalog migrated;             // that state, as the text leaves names open
  std::vector<ProofFile> up;    // in order
  std::vector<ProofFile> down;  // in order of running
  // Why there is no way down. Empty: `down` is it.
  std::string irreversible;
  Catalog desired;                           // read from a server that ran the desired SQL
  SqlFiles desired_files;                    // that SQL; none: rows are made for the start alone
  std::vector<diff::RenameHint> renames;     // that the way up makes
  std::vector<std::string> ignored_objects;  // patterns, see ignore.hpp
  std::set<ObjectId> never_null;             // of the start: columns without null after the way up
};

// A table whose rows a statement, and what follows it, was not tried with: it refuses those that
// could be made.
struct LeftOut {
  QualifiedName table;        // as the start has it
  std::string reason;         // printable
  migrations::Source file;    // of the statement
  std::size_t statement = 0;  // where it begins in the file
};

// "proved without rows in public.t: …", printable.
[[nodiscard]] std::string described(const LeftOut& table);

struct Proof {
  bool up_reaches_desired = false;
  bool down_returns = false;  // or there is no way down, and that is said
  bool rows_survive = false;
  SampleRows rows;
  std::vector<LeftOut> left_out;
  std::vector<ObjectId> without_secrets;  // what was compared but for a password
  Diagnostics diagnostics;  // proof_failed: each difference, statement or row that is missing

  [[nodiscard]] bool complete() const { return up_reaches_desired && down_returns && rows_survive; }
};

[[nodiscard]] Proof prove(const ProofInput& input, scratch::ScratchServer& server);

}  // namespace pgplumb::workflow
