#include "scratch/clean_up_on_signal.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <utility>

namespace pgplumb::scratch {
namespace {

constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};

// A signal handler reaches nothing but globals; this one is trivial and constant-initialised.
std::atomic<int> told_to{-1};

extern "C" void tell(int signal_number) {
  std::signal(signal_number, SIG_DFL);
  const auto byte = static_cast<unsigned char>(signal_number);
  // Nothing can be done where it fails: the next signal ends the process.
  [[maybe_unused]] const ssize_t written = write(told_to, &byte, 1);
}

void handle(int signal_number, void (*handler)(int)) {
  const auto before = std::signal(signal_number, handler);
  if (before == SIG_IGN) std::signal(signal_number, SIG_IGN);
}

}  // namespace

CleanUpOnSignal::CleanUpOnSignal(std::function<void()> clean_up) : clean_up_(std::move(clean_up)) {
  int none = -1;
  is_first_ = told_to.compare_exchange_strong(none, pipe_.write_end.get());
  if (!is_first_) return;
  thread_ = std::thread([this] { wait(); });
  for (const int one : kSignals) handle(one, tell);
}

CleanUpOnSignal::~CleanUpOnSignal() {
  if (!is_first_) return;
  for (const int one : kSignals) handle(one, SIG_DFL);
  told_to = -1;
  const char end = 0;
  [[maybe_unused]] const ssize_t written = write(pipe_.write_end.get(), &end, 1);
  thread_.join();
}

void CleanUpOnSignal::wait() {
  unsigned char byte = 0;
  while (read(pipe_.read_end.get(), &byte, 1) < 0) {
  }
  if (byte == 0) return;
  clean_up_();
  const int signal_number = byte;
  std::signal(signal_number, SIG_DFL);
  kill(getpid(), signal_number);
  pause();
}

}  // namespace pgplumb::scratch
