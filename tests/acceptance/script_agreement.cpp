#include "tests/acceptance/script_agreement.hpp"

#include <memory>
#include <string>

#include "tests/acceptance/states.hpp"
#include "tests/support/throwaway_fixture.hpp"

namespace pgplumb::acceptance {

void PrintTo(const Script& script, std::ostream* out) { *out << script.sql; }

void expect_agreement(const Script& script) {
  const auto source = std::make_shared<const SourceText>(
      script.name, std::string("-- pgplumb: no-transaction\n") + script.sql + ";\n");
  Problems problems;
  workflow::ScratchBuild database(*testing::ThrowawayTest::server(),
                                  workflow::Transactions::per_file);
  if (build(database, source, problems)) {
    Catalog live = database.read();
    Catalog text = replayed(source, replay_for(live), problems);
    require_agreement(std::move(text), std::move(live), database.session(), "script", problems);
  }
  expect_none("script", script.name, problems);
}

}  // namespace pgplumb::acceptance
