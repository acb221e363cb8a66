// What a process leaves on other machines, when a signal ends it.
#pragma once

#include <csignal>
#include <functional>
#include <thread>

#include "scratch/subprocess.hpp"

namespace pgplumb::scratch {

// While it lives, SIGINT, SIGTERM and SIGHUP run `clean_up` on a thread of its own; then the signal
// ends the process as it would have without this. A second signal ends it at once; signals that
// were ignored stay so. Of several at once the first one counts. `clean_up` must not throw.
class CleanUpOnSignal {
 public:
  explicit CleanUpOnSignal(std::function<void()> clean_up);
  CleanUpOnSignal(const CleanUpOnSignal&) = delete;
  CleanUpOnSignal& operator=(const CleanUpOnSignal&) = delete;
  ~CleanUpOnSignal();

 private:
  void wait();

  std::function<void()> clean_up_;
  Pipe pipe_ = make_pipe();
  bool is_first_ = false;
  std::thread thread_;
};

}  // namespace pgplumb::scratch
