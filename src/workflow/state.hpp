// Any state that a command can be given: "schema:PATH", "migrations:DIR[@VERSION]", a URL.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "diff/compare.hpp"
#include "migrations/history.hpp"
#include "pg/connection_url.hpp"
#include "pg/session.hpp"
#include "schema/catalog.hpp"
#include "scratch/scratch_server.hpp"
#include "workflow/live_read.hpp"
#include "workflow/text_state.hpp"

namespace pgplumb::workflow {

struct SchemaState {
  std::filesystem::path path;
};
struct MigrationsState {
  std::filesystem::path folder;
  std::optional<std::string> version;  // up to and including it; nothing = all
};
struct LiveState {
  pg::ConnectionUrl url;
};
using StateSpec = std::variant<SchemaState, MigrationsState, LiveState>;

// The error (usage) names the forms. A path that exists counts as schema:PATH.
[[nodiscard]] Result<StateSpec> parse_state(std::string_view text);

// The scratch server of one run: opened when first needed, at most once.
class Scratch {
 public:
  Scratch(scratch::ScratchOptions options, bool allowed)
      : options_(std::move(options)), allowed_(allowed) {}
  // Null when there is none or it is not allowed (--offline); `reason` says why.
  scratch::ScratchServer* open();
  [[nodiscard]] const std::string& reason() const { return reason_; }
  // The user named the server, so that doing without it is no answer to its failing.
  [[nodiscard]] bool is_named() const { return allowed_ && options_.url.has_value(); }
  // Takes effect only before the first open().
  void want_major(int major);

 private:
  scratch::ScratchOptions options_;
  bool allowed_;
  bool tried_ = false;
  std::unique_ptr<scratch::ScratchServer> server_;
  std::string reason_;
};

struct CompareInput {
  migrations::HistoryTable history;          // pgplumb's own, left out of live states
  std::vector<std::string> ignored_objects;  // patterns of shown(ObjectId): "audit.*"
  bool ask_server = true;                    // layer 3; --offline turns it off
  // What still differs is confirmed on a scratch server that builds the text, when there is one.
  bool confirm = true;
  SearchPath search_path = {"public"};
};

// Two states, compared as far as texts and servers tell. Never throws away what could not be told:
// it is in the comparison as unknown.
struct ComparedStates {
  Catalog current;
  Catalog desired;
  diff::Comparison comparison;
  std::vector<diff::RenameHint> renames;  // from directives
  Diagnostics diagnostics;
};

[[nodiscard]] ComparedStates compare_states(const StateSpec& current, const StateSpec& desired,
                                            const CompareInput& input, Scratch& scratch);

// A replayed text against the live database behind `session`; `text` is the desired side.
// `files` are what the text came from, for building it where nothing else settles a question.
// `reading` reads that database; begun early, it costs the least time.
[[nodiscard]] ComparedStates compare_with_live(const SqlFiles& files, pg::Session& session,
                                               LiveRead& reading, const CompareInput& input,
                                               Scratch& scratch);

}  // namespace pgplumb::workflow
