// States from text and from servers, plans between them, and what speaks against them being equal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "diff/compare.hpp"
#include "diff/plan.hpp"
#include "migrations/migration.hpp"
#include "parse/replay.hpp"
#include "schema/catalog.hpp"
#include "tests/acceptance/known_gaps.hpp"
#include "workflow/scratch_build.hpp"

namespace pgplumb::acceptance {

enum class Way { up, down };

// What the replay makes of the text; errors are added to `problems`.
[[nodiscard]] Catalog replayed(const migrations::Source& source,
                               const parse::ReplayOptions& options, Problems& problems);
// As the program reads text that it compares with `live`, which `session` has run.
[[nodiscard]] parse::ReplayOptions replay_for(const Catalog& live, pg::Session& session);

// False when the server refuses the text, which is added to `problems`.
bool build(workflow::ScratchBuild& database, const migrations::Source& source, Problems& problems);

// As the program plans (workflow/generate), up or back; for a server of that version, 0: any.
[[nodiscard]] Result<diff::Plan> planned(const Catalog& current, const Catalog& desired,
                                         const std::vector<diff::RenameHint>& renames, Way way,
                                         int server_version = 0);

// Each thing that is not equal, as a sentence that begins with `when`.
void add_differences(const diff::Comparison& comparison, const std::string& when,
                     Problems& problems);
// Two states read from servers.
void require_same(Catalog current, Catalog desired, const std::string& when, Problems& problems);
// A state from text against the server that ran the same text: nothing may be different, and the
// server must settle what the text leaves open.
void require_agreement(Catalog text, Catalog live, pg::Session& session, const std::string& when,
                       Problems& problems);

// What keeps the replay of a short script from agreeing with a server that ran it.
[[nodiscard]] Problems script_problems(scratch::ScratchServer& server, const std::string& name,
                                       const std::string& sql);

}  // namespace pgplumb::acceptance
