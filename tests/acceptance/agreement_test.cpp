// The two front ends agree: what the replay makes of a text is what a server makes of it.
#include <gtest/gtest.h>

#include <string>

#include "tests/acceptance/case_folder.hpp"
#include "tests/acceptance/states.hpp"
#include "tests/support/throwaway_fixture.hpp"

namespace pgplumb::acceptance {
namespace {

class Agreement : public testing::ThrowawayTest, public ::testing::WithParamInterface<std::string> {
 protected:
  static void check(const migrations::Source& source, const std::string& side, Problems& problems) {
    workflow::ScratchBuild database(*server(), workflow::Transactions::per_file);
    if (!build(database, source, problems)) return;
    Catalog live = database.read();
    Catalog text = replayed(source, replay_for(live, database.session()), problems);
    require_agreement(std::move(text), std::move(live), database.session(), side, problems);
  }
};

TEST_P(Agreement, TextAndServerHoldTheSame) {
  const CaseFolder folder = read_case(GetParam());
  if (const auto reason = why_not_on(folder, server()->server_major())) GTEST_SKIP() << *reason;
  Problems problems;
  check(folder.current, "current.sql", problems);
  check(folder.desired, "desired.sql", problems);
  expect_none("agreement", folder.name, problems);
}

INSTANTIATE_TEST_SUITE_P(Cases, Agreement, ::testing::ValuesIn(case_names()), [](const auto& info) {
  std::string name = info.param;
  name.replace(name.find('/'), 1, "__");
  return name;
});

}  // namespace
}  // namespace pgplumb::acceptance
