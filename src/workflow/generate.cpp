#include "workflow/generate.hpp"

#include <algorithm>
#include <utility>

#include "diff/rename.hpp"
#include "migrations/directory.hpp"
#include "schema/catalog_pair.hpp"
#include "workflow/clock_readings.hpp"
#include "workflow/ignore.hpp"
#include "workflow/plan_options.hpp"
#include "workflow/rename_options.hpp"
#include "workflow/scratch_build.hpp"
#include "workflow/surroundings.hpp"
#include "workflow/written_text.hpp"

namespace pgplumb::workflow {
namespace {

// One side: what its text says, and what a server makes of it.
struct Side {
  SqlFiles files;
  TextState text;
  std::optional<Catalog> built;
};

class Drafter {
 public:
  Drafter(const GenerateInput& input, Scratch& scratch) : input_(input), scratch_(scratch) {}

  Draft run() {
    if (input_.server_version != 0) scratch_.want_major(input_.server_version / 10000);
    history_ = migrations::read_directory(input_.migrations, draft_.diagnostics);
    migrated_.files = up_files(history_);
    desired_.files = schema_files(input_.schema, draft_.diagnostics);
    if (scratch_.is_named() && scratch_.open() == nullptr) {
      draft_.diagnostics.add(DiagnosticCode::scratch_server, scratch_.reason());
    }
    if (draft_.diagnostics.has_errors()) return std::move(draft_);
    read(migrated_);
    read(desired_);
    if (draft_.diagnostics.has_errors()) return std::move(draft_);
    if (scratch_.open() != nullptr) {
      build(migrated_);
      build(desired_);
      if (draft_.diagnostics.has_errors()) return std::move(draft_);
    }
    pair_up();
    make_plans();
    return std::move(draft_);
  }

 private:
  void read(Side& side) {
    parse::ReplayOptions options;
    options.server_version = input_.server_version;
    side.files.surroundings = surroundings_of(input_.compare);
    ScratchResolver resolver([this] { return scratch_.open(); }, transactions_of(side.files),
                             side.files.surroundings);
    options.opaque_resolver = &resolver;
    side.text = replay(side.files, std::move(options),
                       [&](const migrations::Source& file) { resolver.begin_file(file); });
    leave_out_history(side.text.catalog, input_.compare.history);
    draft_.diagnostics.append(side.text.diagnostics);
    draft_.diagnostics.append(resolver.diagnostics());
  }

  // The server's reading is the exact one; the text's stays for printing and for positions.
  void build(Side& side) {
    ScratchBuild build(*scratch_.open(), transactions_of(side.files), side.files.surroundings);
    if (auto problem = build.run(side.files)) return draft_.diagnostics.add(std::move(*problem));
    side.built = build.read();
    take_open_names(*side.built, side.text.catalog);
    take_clock_readings(*side.built, side.text.catalog);
    leave_out_history(*side.built, input_.compare.history);
  }

  static void take_text_of(const Side& side, Catalog& built) {
    take_written_text(built, side.text.catalog, built.default_owner.value_or(""));
    drop_default_owners(built, side.text.catalog);
  }

  void pair_up() {
    current_ = migrated_.built ? *migrated_.built : migrated_.text.catalog;
    wanted_ = desired_.built ? *desired_.built : desired_.text.catalog;
    if (migrated_.built) take_text_of(migrated_, current_);
    if (desired_.built) take_text_of(desired_, wanted_);
    leave_out(current_, input_.compare.ignored_objects);
    leave_out(wanted_, input_.compare.ignored_objects);
    reconcile(current_, wanted_);
  }

  // What a newer server understands is of no use where the older one has to prove it.
  [[nodiscard]] int planned_version() const {
    if (input_.server_version == 0) return current_.server_version;
    if (current_.server_version == 0) return input_.server_version;
    return std::min(input_.server_version, current_.server_version);
  }

  void make_plans() {
    renames_ = stated_renames();
    if (draft_.diagnostics.has_errors()) return;

    diff::PlanOptions options = plan_options(planned_version());
    options.compare = compare_options(renames_);
    if (!take(diff::plan(current_, wanted_, options), draft_.up)) return;
    if (draft_.up.empty()) return;
    draft_.likely_renames = likely_renames(draft_.up.comparison, current_, wanted_);
    options.compare = compare_options(reversed(renames_));
    options.fill_lost_columns = true;
    if (!plan_way_back(options)) return;

    const Diagnostics refusals = diff::refusals(draft_.up, input_.allowed);
    draft_.refused = refusals.has_errors();
    draft_.diagnostics.append(refusals);
    if (draft_.refused) return;
    write_files();
    prove_files();
  }

  // By directives and by the caller; what the caller asks for must be possible.
  std::vector<diff::RenameHint> stated_renames() {
    const auto given = parse_renames(input_.renames, current_, draft_.diagnostics);
    std::vector<diff::RenameHint> all = desired_.text.renames;
    all.insert(all.end(), given.begin(), given.end());
    all = diff::settled_renames(current_, all);
    const auto asked = all.begin() + static_cast<std::ptrdiff_t>(desired_.text.renames.size());
    draft_.diagnostics.append(diff::unusable_renames(current_, wanted_, {asked, all.end()}));
    std::vector<diff::RenameHint> renames =
        directives_that_apply({all.begin(), asked}, current_, wanted_);
    renames.insert(renames.end(), asked, all.end());
    return renames;
  }

  // Not every way has one back; that is said then, and the way there stays.
  bool plan_way_back(const diff::PlanOptions& options) {
    Result<diff::Plan> planned = diff::plan(wanted_, current_, options);
    if (!planned && planned.error().code == DiagnosticCode::plan_impossible) {
      draft_.irreversible = planned.error().message;
      return true;
    }
    return take(std::move(planned), draft_.down);
  }

  bool take(Result<diff::Plan> planned, diff::Plan& into) {
    if (!planned) {
      draft_.diagnostics.add(planned.error());
      return false;
    }
    into = std::move(planned).value();
    return true;
  }

  // One pair for each segment, because a file is one transaction or none.
  void write_files() {
    const std::string name = migrations::safe_name(input_.name);
    const std::size_t ups = draft_.up.segments.size();
    const std::size_t downs = draft_.down.segments.size();
    if (ups == 1 && downs <= 1) return write_pair(name, draft_.up, draft_.down);
    const std::size_t pairs = std::max(ups, downs);
    for (std::size_t i = 0; i < pairs; ++i) {
      // The last pair's down runs first.
      write_pair(name + "_" + std::to_string(i + 1), part_of(draft_.up, i),
                 part_of(draft_.down, pairs - 1 - i));
    }
  }

  static diff::Plan part_of(const diff::Plan& plan, std::size_t segment) {
    diff::Plan part;
    if (segment < plan.segments.size()) part.segments.push_back(plan.segments[segment]);
    return part;
  }

  void write_pair(const std::string& name, const diff::Plan& up, const diff::Plan& down) {
    migrations::Migration migration;
    migration.version = migrations::Version(migrations::next_version(history_));
    migration.name = name;
    const std::string stem = (input_.migrations / migration.label()).string();
    new_ups_.push_back(add_file(stem + ".up.sql", diff::render_sql(up), up));
    const std::string way_down =
        draft_.irreversible.empty() ? diff::render_sql(down) : irreversible_file();
    new_downs_.insert(new_downs_.begin(), add_file(stem + ".down.sql", way_down, down));
    migration.up = new_ups_.back().source;
    migration.down = new_downs_.front().source;
    history_.push_back(std::move(migration));
  }

  ProofFile add_file(const std::string& path, const std::string& text, const diff::Plan& plan) {
    draft_.files.push_back({path, text});
    ProofFile file{std::make_shared<const SourceText>(path, text), {}};
    for (const diff::Segment& segment : plan.segments) {
      file.statements.insert(file.statements.end(), segment.statements.begin(),
                             segment.statements.end());
    }
    return file;
  }

  [[nodiscard]] std::string irreversible_file() const {
    return "-- pgplumb: irreversible\n-- " + printable(draft_.irreversible) + "\n";
  }

  void prove_files() {
    if (!input_.prove) {
      draft_.not_proved_because = "as asked with --no-proof";
      return;
    }
    scratch::ScratchServer* server = scratch_.open();
    if (server == nullptr || !desired_.built) {
      draft_.not_proved_because = scratch_.reason();
      return;
    }
    ProofInput proof;
    proof.start = migrated_.files;
    proof.migrated = migrated_.text.catalog;
    proof.up = new_ups_;
    proof.down = new_downs_;
    proof.irreversible = draft_.irreversible;
    proof.desired = *desired_.built;
    proof.desired_files = desired_.files;
    proof.renames = renames_;
    proof.ignored_objects = input_.compare.ignored_objects;
    proof.never_null = never_null_later();
    draft_.proof = prove(proof, *server);
    draft_.proof_major = server->server_major();
    draft_.diagnostics.append(draft_.proof->diagnostics);
    write_remarks();
  }

  // Above the statement that no row was tried with, from the last one to the first: offsets stay.
  void write_remarks() {
    std::vector<LeftOut> left_out = draft_.proof->left_out;
    std::stable_sort(
        left_out.begin(), left_out.end(),
        [](const LeftOut& one, const LeftOut& other) { return one.statement > other.statement; });
    for (const LeftOut& table : left_out) {
      for (DraftFile& file : draft_.files) {
        if (file.path != table.file->path()) continue;
        file.text.insert(table.statement, "-- " + described(table) + "\n");
      }
    }
  }

  // Under their names from before. Whether real rows have values is for the user to say; ours do.
  [[nodiscard]] std::set<ObjectId> never_null_later() const {
    const std::vector<diff::RenameHint> back = reversed(renames_);
    std::set<ObjectId> columns;
    for (const auto [id, attribute] : wanted_.all<Attribute>()) {
      if (attribute.not_null) columns.insert(diff::renamed_id(id, back));
    }
    return columns;
  }

  const GenerateInput& input_;
  Scratch& scratch_;
  Draft draft_;
  std::vector<diff::RenameHint> renames_;  // that the user told about
  std::vector<migrations::Migration> history_;
  Side migrated_;
  Side desired_;
  Catalog current_;
  Catalog wanted_;
  std::vector<ProofFile> new_ups_;
  std::vector<ProofFile> new_downs_;
};

}  // namespace

Draft draft_migration(const GenerateInput& input, Scratch& scratch) {
  return Drafter(input, scratch).run();
}

}  // namespace pgplumb::workflow
