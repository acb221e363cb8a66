#include "workflow/check.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/files.hpp"
#include "diff/compare.hpp"
#include "migrations/directory.hpp"
#include "migrations/programs.hpp"
#include "migrations/runner.hpp"
#include "schema/catalog_pair.hpp"
#include "sql/parse.hpp"
#include "workflow/difference_text.hpp"
#include "workflow/ignore.hpp"
#include "workflow/scratch_build.hpp"

namespace pgplumb::workflow {
namespace {

using migrations::Migration;

std::string in_words(const Diagnostic& problem) {
  const std::string place = problem.span.label();
  return (place.empty() ? "" : place + ": ") + problem.message;
}

WayDown way_of(Likeness likeness) {
  switch (likeness) {
    case Likeness::same: return WayDown::leads_back;
    case Likeness::white_space: return WayDown::white_space;
    case Likeness::column_order: return WayDown::order;
    case Likeness::different: break;
  }
  return WayDown::differs;
}

class Checker {
 public:
  Checker(const CheckInput& input, scratch::ScratchServer& server)
      : input_(input), server_(server) {}

  CheckReport run() {
    history_ = migrations::read_directory(input_.migrations, report_.diagnostics);
    report_.migrations = history_.size();
    check_texts();
    name_programs();
    if (report_.diagnostics.has_errors()) return std::move(report_);
    steps_ = history_.size() * 3 + 1;
    start_again();
    start_ = read();
    if (!all_ups()) return std::move(report_);
    compare_with_schema();
    all_downs();
    return std::move(report_);
  }

 private:
  // Of the ways down that is a finding of each.
  void check_texts() {
    for (const Migration& one : history_) {
      (void)migrations::read_script(one.up, report_.diagnostics);
    }
  }

  // A new database gets all but these.
  void name_programs() {
    const bool has_baseline =
        std::any_of(history_.begin(), history_.end(), migrations::is_baseline);
    for (const auto& program : migrations::program_files(input_.migrations, history_)) {
      if (has_baseline && !program.revision.empty()) continue;
      const auto source =
          std::make_shared<const SourceText>(program.path.string(), read_file(program.path));
      report_.diagnostics.add(
          DiagnosticCode::not_run,
          "this file never runs: it is a program, which pgplumb can't run; " +
              (program.label.empty() ? "\"baseline\" writes what is there as SQL"
                                     : "write what it does as SQL under its version (" +
                                           printable(program.label) + ".up.sql)"),
          {source, 0, 0});
    }
  }

  // The first thing that is no SQL, or nothing.
  static std::optional<Diagnostic> no_sql(const migrations::Source& source) {
    Diagnostics found;
    (void)migrations::read_script(source, found);
    for (const Diagnostic& one : found.all()) {
      if (one.severity() == Severity::error) return one;
    }
    return std::nullopt;
  }

  void start_again() { build_ = std::make_unique<ScratchBuild>(server_, Transactions::per_file); }

  Catalog read() {
    Catalog state = build_->read();
    leave_out_history(state, input_.compare.history);
    leave_out(state, input_.compare.ignored_objects);
    return state;
  }

  void step(const std::string& what) {
    if (input_.progress) input_.progress(step_, steps_, what);
    ++step_;
  }

  // Both sides were read from one server, built by one role.
  static std::vector<std::string> differences(const Catalog& current, const Catalog& desired) {
    return difference_lines(diff::compare(current, desired));
  }

  bool all_ups() {
    Catalog before = start_;
    for (const Migration& one : history_) {
      step("up " + one.label());
      if (!up(one)) return false;
      ++report_.ups;
      if (!input_.each) continue;
      Catalog after = read();
      alone(one, before, after);
      before = std::move(after);
    }
    end_ = input_.each ? std::move(before) : read();
    return true;
  }

  bool up(const Migration& one) {
    auto problem = build_->run(one.up);
    if (!problem) return true;
    problem->code = DiagnosticCode::check_failed;
    problem->message = "the way up of " + printable(one.label()) + " fails: " + problem->message;
    report_.diagnostics.add(std::move(*problem));
    return false;
  }

  // The way down and, where it can't be rolled back, the way up again.
  void alone(const Migration& one, const Catalog& before, const Catalog& after) {
    step("down " + one.label());
    SingleStep result{one.label(), WayDown::leads_back, {}};
    if (!one.down) {
      result.result = WayDown::none;
    } else {
      Diagnostics ignored;
      const migrations::Script script = migrations::read_script(one.down, ignored);
      if (script.irreversible) {
        result.result = WayDown::irreversible;
      } else if (auto problem = no_sql(one.down)) {
        judge(result, std::move(*problem), before);
      } else if (script.transactional) {
        judge(result, build_->try_out(one.down), before);
      } else {
        run_and_return(one, result, before, after);
      }
    }
    report_.single.push_back(std::move(result));
  }

  void judge(SingleStep& result, Result<Catalog> reached, const Catalog& before) {
    if (!reached) {
      result.result = WayDown::fails;
      result.differences.push_back({Likeness::different, in_words(reached.error())});
      return;
    }
    Catalog state = std::move(reached).value();
    leave_out_history(state, input_.compare.history);
    leave_out(state, input_.compare.ignored_objects);
    result.differences = named_differences(state, before);
    result.result = way_of(likeness_of(result.differences));
  }

  void run_and_return(const Migration& one, SingleStep& result, const Catalog& before,
                      const Catalog& after) {
    if (auto problem = build_->run(one.down)) {
      judge(result, std::move(*problem), before);
      return rebuild(one);
    }
    judge(result, build_->read(), before);
    if (build_->run(one.up) || !differences(read(), after).empty()) rebuild(one);
  }

  // The ups ran before, so they run again.
  void rebuild(const Migration& last) {
    start_again();
    for (const Migration& one : history_) {
      (void)build_->run(one.up);
      if (&one == &last) return;
    }
  }

  void compare_with_schema() {
    if (!input_.schema) return;
    step("schema");
    const SqlFiles files = schema_files(*input_.schema, report_.diagnostics);
    // The scratch server would stop at the first of these, with what came before it.
    for (const migrations::Source& file : files.files) {
      report_.diagnostics.append(sql::check_syntax(file));
    }
    if (report_.diagnostics.has_errors()) return;
    ScratchBuild schema(server_, transactions_of(files));
    if (auto problem = schema.run(files)) {
      problem->code = DiagnosticCode::check_failed;
      report_.diagnostics.add(std::move(*problem));
      return;
    }
    Catalog desired = schema.read();
    leave_out_history(desired, input_.compare.history);
    leave_out(desired, input_.compare.ignored_objects);
    Catalog migrated = end_;
    reconcile(migrated, desired);
    report_.schema_differences = differences(migrated, desired);
    report_.equals_schema = report_.schema_differences.empty();
  }

  // "" = every migration has a way down that may be taken.
  [[nodiscard]] std::string no_way_down() const {
    for (auto one = history_.rbegin(); one != history_.rend(); ++one) {
      if (!one->down) return one->label() + " has no way down";
      Diagnostics ignored;
      if (migrations::read_script(one->down, ignored).irreversible) {
        return one->label() + " is irreversible";
      }
    }
    return "";
  }

  void all_downs() {
    report_.no_downs_because = no_way_down();
    if (!report_.no_downs_because.empty()) return;
    for (auto one = history_.rbegin(); one != history_.rend(); ++one) {
      step("all downs: " + one->label());
      auto problem = no_sql(one->down);
      if (!problem) problem = build_->run(one->down);
      if (problem) {
        report_.no_downs_because = in_words(*problem);
        return;
      }
      ++report_.downs;
    }
    report_.leftovers = differences(read(), start_);
    report_.empty_again = report_.leftovers.empty();
    all_ups_again();
  }

  void all_ups_again() {
    for (const Migration& one : history_) {
      if (auto problem = build_->run(one.up)) {
        report_.ups_again = false;
        report_.again_differences.push_back(in_words(*problem));
        return;
      }
    }
    report_.again_differences = differences(read(), end_);
    report_.ups_again = report_.again_differences.empty();
  }

  const CheckInput& input_;
  scratch::ScratchServer& server_;
  CheckReport report_;
  std::vector<Migration> history_;
  std::unique_ptr<ScratchBuild> build_;
  Catalog start_;
  Catalog end_;
  std::size_t step_ = 0;
  std::size_t steps_ = 0;
};

}  // namespace

std::size_t CheckReport::count(WayDown result) const {
  return static_cast<std::size_t>(std::count_if(
      single.begin(), single.end(), [&](const SingleStep& s) { return s.result == result; }));
}

bool CheckReport::clean(Exactness exactness) const {
  const bool downs_failed = downs > 0 && downs < migrations;
  const bool nearly = count(WayDown::order) + count(WayDown::white_space) > 0;
  if (exactness == Exactness::exact && nearly) return false;
  return !diagnostics.has_errors() && count(WayDown::differs) == 0 && count(WayDown::fails) == 0 &&
         equals_schema.value_or(true) && empty_again.value_or(true) && ups_again.value_or(true) &&
         !downs_failed;
}

CheckReport check_history(const CheckInput& input, scratch::ScratchServer& server) {
  return Checker(input, server).run();
}

}  // namespace pgplumb::workflow
