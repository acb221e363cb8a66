// Ctrl-C while a migration runs.
#pragma once

#include "pg/session.hpp"

namespace pgplumb::cli {

// While it lives, the first SIGINT or SIGTERM stops the statement that runs on the server (so that
// its transaction is rolled back in order) instead of the program; the second one ends the program.
// One at a time in a process.
class StopStatementOnSignal {
 public:
  explicit StopStatementOnSignal(const pg::Session& session);
  StopStatementOnSignal(const StopStatementOnSignal&) = delete;
  StopStatementOnSignal& operator=(const StopStatementOnSignal&) = delete;
  ~StopStatementOnSignal();

  [[nodiscard]] static bool came();

 private:
  pg::CancelHandle handle_;
};

}  // namespace pgplumb::cli
