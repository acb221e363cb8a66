// Without a server: the plan between two texts is the one that a person has read (plan.sql).
// With PGPLUMB_UPDATE=1 the files are written instead.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/files.hpp"
#include "schema/catalog_pair.hpp"
#include "tests/acceptance/case_folder.hpp"
#include "tests/acceptance/states.hpp"

namespace pgplumb::acceptance {
namespace {

bool updating() {
  const char* value = std::getenv("PGPLUMB_UPDATE");
  return value != nullptr && std::string(value) == "1";
}

void update(const CaseFolder& folder, const Result<diff::Plan>& plan) {
  const std::filesystem::path path = folder.path / "plan.sql";
  if (plan) {
    write_file(path, diff::render_sql(*plan));
  } else {
    std::filesystem::remove(path);
  }
}

void require_golden(const CaseFolder& folder, const Result<diff::Plan>& plan, Problems& problems) {
  if (!plan) {
    const bool expected = folder.impossible && plan.error().code == DiagnosticCode::plan_impossible;
    if (!expected) problems.push_back(render(plan.error()));
    if (folder.plan) problems.push_back("plan.sql is there, and there is no plan");
    return;
  }
  if (folder.impossible) problems.push_back("case.yaml calls it impossible, and there is a plan");
  const std::string text = diff::render_sql(*plan);
  if (text == folder.plan.value_or("")) return;
  problems.push_back("the plan is not plan.sql, but\n" + text);
}

class Golden : public ::testing::TestWithParam<std::string> {};

TEST_P(Golden, PlanIsTheOneThatWasRead) {
  const CaseFolder folder = read_case(GetParam());
  Problems problems;
  Catalog current = replayed(folder.current, {}, problems);
  Catalog desired = replayed(folder.desired, {}, problems);
  reconcile(current, desired);
  const auto renames = renames_of(folder, current, desired);
  const Result<diff::Plan> plan = planned(current, desired, renames, Way::up);
  if (updating()) return update(folder, plan);
  require_golden(folder, plan, problems);
  expect_none("golden", folder.name, problems);
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, ::testing::ValuesIn(case_names()), [](const auto& info) {
  std::string name = info.param;
  name.replace(name.find('/'), 1, "__");
  return name;
});

TEST(GoldenCases, AreAllThere) { EXPECT_GE(case_names().size(), 85U); }

}  // namespace
}  // namespace pgplumb::acceptance
