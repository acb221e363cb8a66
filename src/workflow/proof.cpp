#include "workflow/proof.hpp"

#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "diff/compare.hpp"
#include "diff/rename.hpp"
#include "schema/catalog_pair.hpp"
#include "workflow/clock_readings.hpp"
#include "workflow/data_refusal.hpp"
#include "workflow/desired_rows.hpp"
#include "workflow/difference_text.hpp"
#include "workflow/ignore.hpp"
#include "workflow/invented_rows.hpp"
#include "workflow/row_prints.hpp"
#include "workflow/row_rules.hpp"
#include "workflow/scratch_build.hpp"
#include "workflow/secrets_apart.hpp"
#include "workflow/written_text.hpp"

namespace pgplumb::workflow {
namespace {

using Hazards = std::vector<diff::HazardOn>;

Hazards hazards_of(const std::vector<ProofFile>& files) {
  Hazards all;
  for (const ProofFile& file : files) {
    for (const diff::PlannedStatement& statement : file.statements) {
      all.insert(all.end(), statement.hazards.begin(), statement.hazards.end());
    }
  }
  return all;
}

std::set<ObjectId> having(const Hazards& hazards, diff::Hazard hazard) {
  std::set<ObjectId> ids;
  for (const diff::HazardOn& one : hazards) {
    if (one.hazard == hazard) ids.insert(one.id);
  }
  return ids;
}

class Prover {
 public:
  Prover(const ProofInput& input, scratch::ScratchServer& server)
      : input_(input), server_(server), build_(server, Transactions::per_file) {}

  Proof run() {
    if (auto problem = build_.run(input_.start)) return failed(*problem);
    start_ = build_.read();
    take_open_names(start_, input_.migrated);
    take_clock_readings(start_, input_.migrated);
    insert_rows();
    before_ = print_rows_of_all();

    const Hazards hazards = hazards_of(input_.up);
    if (!run_all(input_.up)) return std::move(proof_);
    Catalog after_up = build_.read();
    Catalog desired = input_.desired;
    proof_.up_reaches_desired =
        same(after_up, desired, having(hazards, diff::Hazard::needs_secret), "after the way up");
    // What goes with its rows, as was allowed, may have an heir of the same name.
    for (const ObjectId& gone : having(hazards, diff::Hazard::drops_data)) before_.erase(gone);
    proof_.rows_survive =
        none_lost(lost_rows(before_, after_up, input_.renames,
                            having(hazards, diff::Hazard::drops_column), build_.session()),
                  "the way up");
    std::erase_if(before_, [&](const auto& entry) {
      return !after_up.contains(diff::renamed_id(entry.first, input_.renames));
    });
    go_back();
    return std::move(proof_);
  }

 private:
  Proof failed(Diagnostic problem) {
    proof_.diagnostics.add(std::move(problem));
    return std::move(proof_);
  }

  void go_back() {
    if (!input_.irreversible.empty()) {
      proof_.down_returns = true;
      return;
    }
    if (!run_all(input_.down)) return;
    Catalog after_down = build_.read();
    proof_.down_returns =
        same(after_down, start_, having(hazards_of(input_.down), diff::Hazard::needs_secret),
             "after the way down");
    if (proof_.rows_survive) {
      proof_.rows_survive =
          none_lost(other_counts(before_, after_down, build_.session()), "both ways");
    }
  }

  void insert_rows() {
    SampleInput sample{input_.never_null, nullptr};
    // Its roles must be gone before the way up: the two share a server.
    std::unique_ptr<ScratchBuild> build = desired_build();
    std::optional<DesiredRows> desired;
    if (build != nullptr) {
      desired.emplace(start_, input_.desired, input_.renames, build->session());
      sample.desired = &*desired;
    }
    proof_.rows = insert_sample_rows(start_, sample, build_.session());
    invented_.emplace(proof_.rows.invented, build_.session());
  }

  // Only where a row can be refused. Nothing as well where the two texts can't be run side by side.
  std::unique_ptr<ScratchBuild> desired_build() {
    if (input_.desired_files.files.empty() || !may_refuse_rows(hazards_of(input_.up))) {
      return nullptr;
    }
    auto build = std::make_unique<ScratchBuild>(server_, transactions_of(input_.desired_files),
                                                input_.desired_files.surroundings);
    if (build->run(input_.desired_files)) return nullptr;
    return build;
  }

  RowPrints print_rows_of_all() {
    RowPrints prints;
    for (const auto* names : {&proof_.rows.present, &proof_.rows.invented}) {
      for (const QualifiedName& name : *names) {
        const ObjectId id = object_id(ObjectKind::relation, name);
        prints[id] = print_rows(id, start_, build_.session());
      }
    }
    return prints;
  }

  bool run_all(const std::vector<ProofFile>& files) {
    for (const ProofFile& file : files) {
      auto problem = build_.run(file.source);
      while (problem && leave_out_rows(file, files, problem->span.begin)) problem = build_.retry();
      if (!problem) continue;
      explain_own_rows(*problem);
      proof_.diagnostics.add(std::move(*problem));
      return false;
    }
    return true;
  }

  // Rows of the migrations' own are in every database: no plan may pass them by.
  void explain_own_rows(Diagnostic& problem) const {
    const auto& report = build_.refusal();
    if (!report || !is_about_rows(*report)) return;
    const QualifiedName table = qualified(report->schema, report->table);
    if (!proof_.rows.present.contains(table)) return;
    problem.notes.push_back(
        {"the rows are the migrations' own: change them in a migration before "
         "this one" +
             way_out_of_hash(table),
         {}});
  }

  [[nodiscard]] std::string way_out_of_hash(const QualifiedName& table) const {
    if (!is_chosen_by_hash(start_, object_id(ObjectKind::relation, table))) return {};
    return "; rows that the hash sends to another partition now have to be moved there by hand, "
           "through the parent";
  }

  // Of the tables that the statement was refused for, where the plan says that it may be. False:
  // there are none that the proof has made.
  bool leave_out_rows(const ProofFile& file, const std::vector<ProofFile>& files,
                      std::size_t offset) {
    const auto& report = build_.refusal();
    if (!report || !is_about_rows(*report)) return false;
    const StatementPlace place = statement_at(file, offset);
    if (place.statement == nullptr || !may_refuse_rows(*place.statement, files)) return false;
    using Below = InventedRows::Below;
    const std::string refused = printable(report->message);
    const auto emptied =
        report->table.empty()
            ? invented_->remove(changed_tables(*place.statement), Below::emptied)
            : invented_->remove({qualified(report->schema, report->table)}, Below::kept);
    for (const auto& [table, by_reference] : emptied) {
      const std::string reason = by_reference ? "they reference rows that were left out"
                                              : refused + way_out_of_hash(table);
      proof_.left_out.push_back({table, reason, file.source, place.begin});
      before_.erase(object_id(ObjectKind::relation, table));
    }
    return !emptied.empty();
  }

  bool same(Catalog& reached, Catalog& wanted, const std::set<ObjectId>& with_secrets,
            const std::string& when) {
    leave_out(reached, input_.ignored_objects);
    leave_out(wanted, input_.ignored_objects);
    take_clock_readings(reached, wanted);
    reconcile(reached, wanted, DefaultOwners::known);
    for (const ObjectId& id : with_secrets) {
      if (leave_secrets_apart(id, reached, wanted)) proof_.without_secrets.push_back(id);
    }
    const diff::Comparison comparison = diff::compare(reached, wanted);
    for (const std::string& line : difference_lines(comparison)) {
      std::string said = when;
      proof_.diagnostics.add(DiagnosticCode::proof_failed, said.append(", ").append(line));
    }
    return comparison.same();
  }

  bool none_lost(const std::vector<ObjectId>& lost, const std::string& what) {
    for (const ObjectId& table : lost) {
      proof_.diagnostics.add(
          DiagnosticCode::proof_failed,
          "rows of table " + printable(shown(table)) + " did not survive " + what);
    }
    return lost.empty();
  }

  const ProofInput& input_;
  scratch::ScratchServer& server_;
  ScratchBuild build_;
  Catalog start_;
  Proof proof_;
  RowPrints before_;
  std::optional<InventedRows> invented_;
};

}  // namespace

std::string described(const LeftOut& table) {
  return "proved without rows in " + printable(shown(table.table)) + ": " + table.reason;
}

Proof prove(const ProofInput& input, scratch::ScratchServer& server) {
  return Prover(input, server).run();
}

}  // namespace pgplumb::workflow
