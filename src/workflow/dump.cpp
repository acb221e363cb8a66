#include "workflow/dump.hpp"

#include <utility>

#include "introspect/read_catalog.hpp"
#include "migrations/directory.hpp"
#include "migrations/programs.hpp"
#include "schema/catalog_pair.hpp"
#include "workflow/ignore.hpp"
#include "workflow/plan_options.hpp"
#include "workflow/roles.hpp"

namespace pgplumb::workflow {
namespace {

void warn_of_unmanaged(const Catalog& state, Diagnostics& diagnostics) {
  for (const Unmanaged& one : state.unmanaged) {
    diagnostics.add(DiagnosticCode::unmanaged_object,
                    printable(one.what) + " is not managed, so it is not in the text");
  }
}

std::optional<diff::Plan> take(Result<diff::Plan> planned, Diagnostics& diagnostics) {
  if (planned) return std::move(planned).value();
  diagnostics.add(planned.error());
  return std::nullopt;
}

// Whoever runs the text is taken to be who reads the database now: what belongs to others says so.
Catalog without_default_owners(Catalog state) {
  drop_default_owners(state, Catalog());
  return state;
}

bool names_owners(const Catalog& state) {
  const auto owners = state.all<Owner>();
  return owners.begin() != owners.end();
}

// A file is one transaction or none; a database that is built from nothing needs no second kind.
std::string text_of(const diff::Plan& plan) {
  std::string text;
  for (const diff::Segment& segment : plan.segments) {
    if (!text.empty()) text += "\n";
    text += diff::render_sql(segment);
  }
  return text;
}

class BaselineDrafter {
 public:
  BaselineDrafter(pg::Session& session, const BaselineInput& input, Scratch& scratch)
      : session_(session), input_(input), scratch_(scratch) {}

  Baseline run() {
    Dump dump = dump_database(session_, input_.compare, DumpFor::migration);
    baseline_.diagnostics = dump.diagnostics;
    name_migration();
    if (baseline_.diagnostics.has_errors()) return std::move(baseline_);
    baseline_.up = std::string(migrations::kBaselineLine) + "\n" + dump.text;
    plan_down(dump.state);
    if (!baseline_.diagnostics.has_errors()) prove_pair(dump.state);
    return std::move(baseline_);
  }

 private:
  void name_migration() {
    Diagnostics folder;
    const auto taken = migrations::read_directory(input_.migrations, folder);
    if (folder.count(DiagnosticCode::folder_missing) == 0) baseline_.diagnostics.append(folder);
    migrations::Migration& own = baseline_.migration;
    own.version = migrations::Version(migrations::next_version(taken));
    own.name = migrations::safe_name(input_.name);
  }

  void plan_down(const Catalog& state) {
    Catalog current = without_default_owners(state);
    Catalog nothing = empty_database();
    reconcile(current, nothing);
    const auto plan = take(diff::plan(current, nothing, plan_options(state.server_version)),
                           baseline_.diagnostics);
    if (plan) baseline_.down = text_of(*plan);
  }

  void prove_pair(const Catalog& state) {
    const std::string stem = (input_.migrations / baseline_.migration.label()).string();
    baseline_.migration.up = std::make_shared<const SourceText>(stem + ".up.sql", baseline_.up);
    baseline_.migration.down =
        std::make_shared<const SourceText>(stem + ".down.sql", baseline_.down);
    if (!input_.prove) {
      baseline_.not_proved_because = "as asked with --no-proof";
      return;
    }
    scratch::ScratchServer* server = scratch_.open();
    if (server == nullptr) {
      baseline_.not_proved_because = scratch_.reason();
      return;
    }
    ProofInput proof;
    proof.start.is_history = true;
    proof.up = {{baseline_.migration.up, {}}};
    proof.down = {{baseline_.migration.down, {}}};
    proof.desired = without_default_owners(state);
    proof.ignored_objects = input_.compare.ignored_objects;
    baseline_.proof = prove(proof, *server);
    baseline_.diagnostics.append(baseline_.proof->diagnostics);
  }

  pg::Session& session_;
  const BaselineInput& input_;
  Scratch& scratch_;
  Baseline baseline_;
};

}  // namespace

Dump dump_database(pg::Session& session, const CompareInput& input, DumpFor use) {
  Dump dump;
  dump.state = introspect::read_catalog(session.url(), {}, dump.diagnostics);
  leave_out_history(dump.state, input.history);
  leave_out_tables(dump.state, migrations::History(session, input.history).imported_tables());
  leave_out(dump.state, input.ignored_objects);
  warn_of_unmanaged(dump.state, dump.diagnostics);
  dump.runner = runner_of(session).current_user;
  dump.state.default_owner = dump.runner;
  Catalog wanted = without_default_owners(dump.state);
  dump.names_owners = names_owners(wanted);
  Catalog nothing = empty_database();
  reconcile(nothing, wanted);
  diff::PlanOptions options = plan_options(dump.state.server_version);
  options.in_transaction = use == DumpFor::migration;
  auto plan = take(diff::plan(nothing, wanted, options), dump.diagnostics);
  if (!plan) return dump;
  dump.plan = std::move(*plan);
  dump.text = text_of(dump.plan);
  return dump;
}

Baseline draft_baseline(pg::Session& session, const BaselineInput& input, Scratch& scratch) {
  return BaselineDrafter(session, input, scratch).run();
}

}  // namespace pgplumb::workflow
