#include "tests/acceptance/script_agreement.hpp"

#include <gtest/gtest.h>

#include "tests/acceptance/states.hpp"
#include "tests/support/throwaway_fixture.hpp"

namespace pgplumb::acceptance {

void PrintTo(const Script& script, std::ostream* out) { *out << script.sql; }

void expect_agreement(const Script& script) {
  scratch::ScratchServer& server = *testing::ThrowawayTest::server();
  if (server.server_major() < script.since) GTEST_SKIP() << "needs PostgreSQL " << script.since;
  expect_none("script", script.name, script_problems(server, script.name, script.sql));
}

}  // namespace pgplumb::acceptance
