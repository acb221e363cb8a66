// The plan runs, reaches the desired state, keeps the rows, says what it risks, and leads back.
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "schema/catalog_pair.hpp"
#include "tests/acceptance/case_folder.hpp"
#include "tests/acceptance/row_digests.hpp"
#include "tests/acceptance/schema_dump.hpp"
#include "tests/acceptance/states.hpp"
#include "tests/support/server_programs.hpp"
#include "tests/support/throwaway_fixture.hpp"
#include "workflow/rename_options.hpp"
#include "workflow/written_text.hpp"

namespace pgplumb::acceptance {
namespace {

std::set<std::string> hazard_names(const diff::Plan& plan) {
  std::set<std::string> names;
  for (const diff::HazardOn& one : plan.hazards()) {
    names.insert(std::string(facts_of(one.hazard).name));
  }
  return names;
}

std::string joined(const std::set<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return "[" + text + "]";
}

// A database made of one of the two texts and nothing else.
struct Fresh {
  Catalog catalog;
  std::string dump;  // "" without pg_dump
};

// By text, for the whole run of the program.
std::map<std::string, Fresh, std::less<>>& known_states() {
  static auto* const states = new std::map<std::string, Fresh, std::less<>>();
  return *states;
}

class CaseRun {
 public:
  CaseRun(const CaseFolder& folder, scratch::ScratchServer& server,
          std::optional<std::filesystem::path> pg_dump)
      : folder_(folder), server_(server), pg_dump_(std::move(pg_dump)) {}

  Problems run() {
    const auto current = fresh(folder_.current);
    const auto desired = fresh(folder_.desired);
    if (!current || !desired) return std::move(problems_);
    read_texts(current->catalog.server_version);
    const auto up = plan(Way::up);
    const auto down = plan(Way::down);
    if (up && (!start(folder_.current, *current) || !apply(*up, "up", *desired))) {
      return std::move(problems_);
    }
    // Without a way up the way back begins at a fresh desired state.
    if (down && (up || start(folder_.desired, *desired))) apply(*down, "down", *current);
    return std::move(problems_);
  }

 private:
  // Many cases share a state.
  std::optional<Fresh> fresh(const migrations::Source& source) {
    auto& known = known_states();
    const auto found = known.find(source->text());
    if (found != known.end()) return found->second;
    auto database = built_from(source);
    if (!database) return std::nullopt;
    const Fresh state{database->read(), dump(*database)};
    untouched_[source] = std::move(database);
    return known.emplace(source->text(), state).first->second;
  }

  std::unique_ptr<workflow::ScratchBuild> built_from(const migrations::Source& source) {
    auto database =
        std::make_unique<workflow::ScratchBuild>(server_, workflow::Transactions::per_file);
    if (!build(*database, source, problems_)) return nullptr;
    return database;
  }

  std::string dump(const workflow::ScratchBuild& database) const {
    return pg_dump_ ? schema_dump(pg_dump_->string(), database.url()) : "";
  }

  void read_texts(int server_version) {
    parse::ReplayOptions options;
    options.server_version = server_version;
    current_ = replayed(folder_.current, options, problems_);
    desired_ = replayed(folder_.desired, options, problems_);
    reconcile(current_, desired_);
  }

  // The seed belongs to the current state; it may not fit the desired one.
  bool start(const migrations::Source& source, const Fresh& state) {
    database_ = std::move(untouched_[source]);
    if (!database_) database_ = built_from(source);
    if (!database_) return false;
    state_ = state.catalog;
    if (source != folder_.current || folder_.seed.empty()) return true;
    database_->session().execute(folder_.seed);
    if (rows_in(digests_of(state_, database_->session())) == 0) {
      problems_.push_back("seed.sql makes no row");
    }
    return true;
  }

  // From the texts alone: what a person without a server gets.
  std::optional<diff::Plan> plan(Way way) {
    const bool up = way == Way::up;
    const std::string name = up ? "up" : "down";
    auto renames = renames_of(folder_, current_, desired_);
    if (!up) renames = workflow::reversed(renames);
    Result<diff::Plan> result = up ? planned(current_, desired_, renames, way, current_.version())
                                   : planned(desired_, current_, renames, way, current_.version());
    const bool impossible = up ? folder_.impossible : folder_.back_impossible;
    if (!result) {
      const bool expected = impossible && result.error().code == DiagnosticCode::plan_impossible;
      if (!expected) problems_.push_back(name + ": " + render(result.error()));
      return std::nullopt;
    }
    if (impossible) problems_.push_back(name + ": called impossible, and there is a plan");
    require_hazards(way, renames);
    return std::move(result).value();
  }

  // Those of the plan that golden_test reads: newer servers may know a milder form.
  void require_hazards(Way way, const std::vector<diff::RenameHint>& renames) {
    const bool up = way == Way::up;
    const auto result =
        up ? planned(current_, desired_, renames, way) : planned(desired_, current_, renames, way);
    if (!result) return;
    const auto& declared = up ? folder_.hazards : folder_.hazards_back;
    if (hazard_names(*result) != declared) {
      problems_.push_back(std::string(up ? "up" : "down") + ": the plan's hazards are " +
                          joined(hazard_names(*result)) + ", case.yaml declares " +
                          joined(declared));
    }
  }

  bool apply(const diff::Plan& plan, const std::string& way, const Fresh& end) {
    const RowDigests rows = digests_of(state_, database_->session());
    for (const diff::Segment& segment : plan.segments) {
      const auto source =
          std::make_shared<const SourceText>(folder_.name + " " + way, diff::render_sql(segment));
      if (!build(*database_, source, problems_)) return false;
    }
    Catalog after = database_->read();
    Catalog wanted = end.catalog;
    leave_names_open(after);
    leave_names_open(wanted);
    require_same(after, wanted, "after " + way, problems_);
    require_rows_kept(rows, digests_of(after, database_->session()), state_, after, plan,
                      "rows after " + way, problems_);
    require_nothing_left(after, wanted, way);
    require_dump(end, way);
    state_ = std::move(after);
    return true;
  }

  // Renaming a table leaves the names that the server chose before; the texts say none.
  void leave_names_open(Catalog& live) const {
    workflow::take_open_names(live, current_);
    workflow::take_open_names(live, desired_);
  }

  void require_nothing_left(Catalog after, Catalog wanted, const std::string& way) {
    reconcile(after, wanted);
    const Result<diff::Plan> again = planned(after, wanted, {}, Way::up, after.server_version);
    if (!again) {
      problems_.push_back("a second plan after " + way + ": " + render(again.error()));
    } else if (!again->empty()) {
      problems_.push_back("a second plan after " + way + ":\n" + diff::render_sql(*again));
    }
  }

  void require_dump(const Fresh& end, const std::string& way) {
    const std::string is = dump(*database_);
    if (is == end.dump) return;
    problems_.push_back("pg_dump after " + way + ":\n" + line_difference(is, end.dump));
  }

  const CaseFolder& folder_;
  scratch::ScratchServer& server_;
  std::optional<std::filesystem::path> pg_dump_;
  std::map<migrations::Source, std::unique_ptr<workflow::ScratchBuild>> untouched_;
  std::unique_ptr<workflow::ScratchBuild> database_;
  Catalog state_;    // of database_
  Catalog current_;  // from text, as is desired_
  Catalog desired_;
  Problems problems_;
};

class Migration : public testing::ThrowawayTest,
                  public ::testing::WithParamInterface<std::string> {};

TEST_P(Migration, LeadsThereAndBack) {
  const CaseFolder folder = read_case(GetParam());
  if (const auto reason = why_not_on(folder, server()->server_major())) GTEST_SKIP() << *reason;
  const auto pg_dump = testing::find_pg_dump(server()->server_major());
  expect_none("migration", folder.name, CaseRun(folder, *server(), pg_dump).run());
  if (!pg_dump) GTEST_SKIP() << "no pg_dump for the server's version: dumps not compared";
}

INSTANTIATE_TEST_SUITE_P(Cases, Migration, ::testing::ValuesIn(case_names()), [](const auto& info) {
  std::string name = info.param;
  name.replace(name.find('/'), 1, "__");
  return name;
});

}  // namespace
}  // namespace pgplumb::acceptance
