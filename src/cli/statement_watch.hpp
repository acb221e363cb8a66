// Tells how far a long statement is, by the server's own progress views.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "cli/output.hpp"
#include "pg/session.hpp"

namespace pgplumb::cli {

// Between begin() and end() one statement of `session` is taken to run. After some seconds a line
// on standard error says for how long, and, where the server has a progress view for it, how far it
// is; from then on every now and then. Asks over a connection of its own, and stays silent where it
// can't have one. `output` and `session` must outlive it; the output is used by nobody else between
// begin() and end().
class StatementWatch {
 public:
  StatementWatch(Output& output, const pg::Session& session);
  StatementWatch(const StatementWatch&) = delete;
  StatementWatch& operator=(const StatementWatch&) = delete;
  ~StatementWatch();

  void begin(std::string place);
  void end();  // may be called when none runs

 private:
  void watch();
  void tell(const std::string& place, std::chrono::steady_clock::time_point start);

  Output& output_;
  pg::ConnectionUrl url_;
  int pid_;
  std::mutex mutex_;  // of what follows, and of what is said
  std::condition_variable changed_;
  std::string place_;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point next_;  // when to say something
  bool runs_ = false;
  bool over_ = false;
  std::unique_ptr<pg::Session> session_;  // the thread's own; null until it is needed
  std::thread thread_;
};

// One line about what backend `pid` does, as far as a progress view has it: "building index: 40 of
// 100 blocks"; "" when none has.
[[nodiscard]] std::string server_progress(pg::Session& session, int pid);

}  // namespace pgplumb::cli
