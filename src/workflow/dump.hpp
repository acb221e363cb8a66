// The schema of a live database as SQL text, and as the first migration of a history.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "diff/plan.hpp"
#include "pg/session.hpp"
#include "schema/catalog.hpp"
#include "workflow/proof.hpp"
#include "workflow/state.hpp"

namespace pgplumb::workflow {

struct Dump {
  Catalog state;              // what was read, without what is left out
  diff::Plan plan;            // from an empty database to it
  std::string runner;         // who read it: what belongs to that role names no owner in the text
  bool names_owners = false;  // some of it belongs to others
  std::string text;           // the plan as SQL
  Diagnostics diagnostics;    // what can't be read or is not managed is a warning
};

// What the text is for: a migration runs in a transaction of its own, a file for psql or a schema
// folder may not.
enum class DumpFor : std::uint8_t { file, migration };

// pgplumb's own tables and those of imported tools are left out.
[[nodiscard]] Dump dump_database(pg::Session& session, const CompareInput& input, DumpFor use);

struct BaselineInput {
  std::filesystem::path migrations;
  std::string name = "baseline";
  bool prove = true;
  CompareInput compare;
};

struct Baseline {
  migrations::Migration migration;
  std::string up;
  std::string down;
  std::optional<Proof> proof;  // nothing when not proved
  std::string not_proved_because;
  Diagnostics diagnostics;  // with an error nothing may be written
};

// Writes nothing.
[[nodiscard]] Baseline draft_baseline(pg::Session& session, const BaselineInput& input,
                                      Scratch& scratch);

}  // namespace pgplumb::workflow
