#include "cli/interrupt.hpp"

#include <atomic>
#include <csignal>

#include "base/assert.hpp"

namespace pgplumb::cli {
namespace {

// A signal handler reaches nothing but globals; these are trivial and constant-initialised.
std::atomic<const pg::CancelHandle*> active_handle{nullptr};
std::atomic<bool> signal_came{false};

extern "C" void stop_statement(int signal_number) {
  std::signal(signal_number, SIG_DFL);
  signal_came = true;
  const pg::CancelHandle* handle = active_handle;
  if (handle != nullptr) handle->cancel();
}

}  // namespace

StopStatementOnSignal::StopStatementOnSignal(const pg::Session& session)
    : handle_(session.cancel_handle()) {
  const pg::CancelHandle* previous = active_handle.exchange(&handle_);
  PGPLUMB_ASSERT(previous == nullptr);
  std::signal(SIGINT, stop_statement);
  std::signal(SIGTERM, stop_statement);
}

StopStatementOnSignal::~StopStatementOnSignal() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  active_handle = nullptr;
}

bool StopStatementOnSignal::came() { return signal_came; }

}  // namespace pgplumb::cli
