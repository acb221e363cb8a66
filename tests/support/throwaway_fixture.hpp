// A real server for tests: one throwaway server per test process, a fresh database per test.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "pg/connection_url.hpp"
#include "pg/session.hpp"
#include "scratch/scratch_server.hpp"

namespace pgplumb::testing {

// Derive a suite from it. Without server programs on the machine every test is SKIPPED, and the
// message says why. PGPLUMB_TEST_MAJOR asks for a server of that version; without it
// PGPLUMB_SCRATCH_URL is honoured, as in the program.
class ThrowawayTest : public ::testing::Test {
 public:
  // Started by the first test that asks, stopped at the end of the process; null when there is
  // none, with the reason in why_no_server().
  static scratch::ScratchServer* server();
  static const std::string& why_no_server();

 protected:
  void SetUp() override;

  // The test's own database, made on first use and dropped after the test.
  const pg::ConnectionUrl& url();
  [[nodiscard]] bool has_database() const { return database_ != nullptr; }
  // A new session in it.
  pg::Session connect(pg::SessionOptions options = {});

 private:
  std::unique_ptr<scratch::ScratchDatabase> database_;
};

}  // namespace pgplumb::testing
