#include "tests/acceptance/states.hpp"

#include <memory>
#include <utility>

#include "schema/catalog_pair.hpp"
#include "sql/canonical.hpp"
#include "workflow/plan_options.hpp"
#include "workflow/rename_options.hpp"
#include "workflow/roles.hpp"
#include "workflow/settle.hpp"
#include "workflow/text_state.hpp"

namespace pgplumb::acceptance {
namespace {

std::string sentence(const diff::Change& change) {
  const bool open = change.verdict() == Verdict::unknown;
  std::string text = described(change.id);
  if (change.verb == diff::Verb::create) return text + " is missing";
  if (change.verb == diff::Verb::drop) return text + " should not be there";
  text += open ? " is open" : " differs";
  for (const diff::FieldChange& field : change.fields) {
    text += "; " + std::string(field.name) + " is " + field.current + ", wanted " + field.desired;
  }
  return text;
}

}  // namespace

Catalog replayed(const migrations::Source& source, const parse::ReplayOptions& options,
                 Problems& problems) {
  workflow::SqlFiles files;
  files.files = {source};
  workflow::TextState state = workflow::replay(files, options);
  for (const Diagnostic& one : state.diagnostics.all()) {
    if (one.severity() != Severity::note) problems.push_back("replay: " + render(one));
  }
  for (const Unmanaged& one : state.catalog.opaque) {
    problems.push_back("replay: not understood: " + one.what);
  }
  return std::move(state.catalog);
}

parse::ReplayOptions replay_for(const Catalog& live, pg::Session& session) {
  parse::ReplayOptions options;
  options.server_version = live.server_version;
  options.database = live.database;
  options.public_owner = live.public_owner;
  // A text that was refused may have left the session in another role.
  options.runner = parse::Runner{session.user(), session.user()};
  options.role_facts = workflow::role_facts_of(session);
  options.setting = workflow::settings_of(session);
  options.extension_contents = [&live]() -> const ExtensionContents& {
    return live.extension_contents;
  };
  return options;
}

bool build(workflow::ScratchBuild& database, const migrations::Source& source, Problems& problems) {
  const auto refusal = database.run(source);
  if (refusal) problems.push_back(render(*refusal));
  return !refusal;
}

Result<diff::Plan> planned(const Catalog& current, const Catalog& desired,
                           const std::vector<diff::RenameHint>& renames, Way way,
                           int server_version) {
  diff::PlanOptions options = workflow::plan_options(server_version);
  options.compare = workflow::compare_options(renames);
  options.fill_lost_columns = way == Way::down;
  return diff::plan(current, desired, options);
}

void add_differences(const diff::Comparison& comparison, const std::string& when,
                     Problems& problems) {
  for (const diff::Change& change : comparison.changes) {
    if (change.folded_into) continue;
    problems.push_back(when + ": " + sentence(change));
  }
  if (comparison.changes.empty() && !comparison.same()) {
    problems.push_back(when + ": not the same, without a change that says why");
  }
}

void require_same(Catalog current, Catalog desired, const std::string& when, Problems& problems) {
  reconcile(current, desired);
  add_differences(diff::compare(current, desired), when, problems);
}

void require_agreement(Catalog text, Catalog live, pg::Session& session, const std::string& when,
                       Problems& problems) {
  reconcile(text, live);
  const diff::CompareOptions options = workflow::compare_options({});
  diff::Comparison comparison = diff::compare(text, live, options);
  for (const diff::Change& change : comparison.changes) {
    if (change.verdict() != Verdict::different) continue;
    problems.push_back(when + ", before asking: " + sentence(change));
  }
  if (comparison.same()) return;
  Diagnostics diagnostics;
  comparison = workflow::settle(std::move(comparison), text, live, workflow::TextSide::current,
                                session, options, diagnostics);
  for (const Diagnostic& one : diagnostics.all()) problems.push_back(render(one));
  add_differences(comparison, when, problems);
}

Problems script_problems(scratch::ScratchServer& server, const std::string& name,
                         const std::string& sql) {
  const auto source =
      std::make_shared<const SourceText>(name, "-- pgplumb: no-transaction\n" + sql + ";\n");
  Problems problems;
  workflow::ScratchBuild database(server, workflow::Transactions::per_file);
  if (!build(database, source, problems)) return problems;
  Catalog live = database.read();
  Catalog text = replayed(source, replay_for(live, database.session()), problems);
  require_agreement(std::move(text), std::move(live), database.session(), "script", problems);
  return problems;
}

}  // namespace pgplumb::acceptance
