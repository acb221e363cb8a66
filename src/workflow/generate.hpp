// From an edited schema to a proved pair of migrations.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "diff/plan.hpp"
#include "migrations/migration.hpp"
#include "workflow/proof.hpp"
#include "workflow/state.hpp"

namespace pgplumb::workflow {

struct GenerateInput {
  std::filesystem::path schema;
  std::filesystem::path migrations;
  std::string name;                  // as the user wrote it
  std::vector<std::string> renames;  // "public.orders.total=amount", "orders=purchases"
  diff::AllowedHazards allowed;
  int server_version = 0;  // of the database that the pair is meant for; 0: not known
  bool prove = true;
  CompareInput compare;
};

// A file that generate wants written.
struct DraftFile {
  std::filesystem::path path;
  std::string text;
};

struct Draft {
  std::vector<DraftFile> files;  // ups and downs; empty when the states agree or it failed
  diff::Plan up;
  diff::Plan down;
  std::string irreversible;                      // why there is no way down; "" when there is one
  std::optional<Proof> proof;                    // nothing when not proved
  int proof_major = 0;                           // of the server that proved it
  std::string not_proved_because;                // "" when proved
  std::vector<diff::RenameHint> likely_renames;  // offered, never assumed
  Diagnostics diagnostics;
  bool refused = false;  // a hazard is not allowed: exit code 3
  [[nodiscard]] bool nothing_to_do() const {
    return files.empty() && !refused && !diagnostics.has_errors();
  }
};

// Writes nothing. A proof that fails is an error in `diagnostics`.
[[nodiscard]] Draft draft_migration(const GenerateInput& input, Scratch& scratch);

}  // namespace pgplumb::workflow
