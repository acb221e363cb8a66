// The server process and the shell that looks after it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scratch/run_directory.hpp"
#include "scratch/subprocess.hpp"

namespace pgplumb::scratch {

// Starts the server as the child of a small shell in a session of its own. The shell waits for the
// end of a pipe whose other end only this process holds; it comes when stop() closes it, and in the
// same way when this process dies, however it dies. Then the shell stops the server and removes the
// run directory. Should the shell be killed, the server gets SIGQUIT from the kernel (as_user).
class Watchdog {
 public:
  // `server`: the command, as the user that it shall run as. Its output goes to `log`.
  Watchdog(const RunDirectory& directory, const std::vector<std::string>& server,
           const std::filesystem::path& log);
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;
  ~Watchdog() { stop(); }

  // Whether the server (or a process that it started) is alive.
  [[nodiscard]] bool server_runs() const;
  // Returns when the server and its directory are gone. Does nothing the second time.
  void stop() noexcept;

 private:
  std::filesystem::path directory_;
  FileDescriptor hold_;   // closed: the shell ends everything
  FileDescriptor alive_;  // at its end: the server is gone
  pid_t shell_ = -1;
};

}  // namespace pgplumb::scratch
