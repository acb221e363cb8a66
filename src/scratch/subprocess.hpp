// Other programs. posix_spawn and nothing else: the watchdog needs a session of its own and exactly
// the descriptors that it is given, which process libraries do not promise.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace pgplumb::scratch {

// An open file descriptor, closed with the object.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int value) : value_(value) {}
  FileDescriptor(FileDescriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;
  ~FileDescriptor() { close(); }

  [[nodiscard]] int get() const { return value_; }
  [[nodiscard]] bool valid() const { return value_ >= 0; }
  void close();

 private:
  int value_ = -1;
};

// Both ends close on exec. Throws Failure.
struct Pipe {
  FileDescriptor read_end;
  FileDescriptor write_end;
};
[[nodiscard]] Pipe make_pipe();

struct Command {
  std::vector<std::string> arguments;       // the program (found in PATH without a slash) first
  std::filesystem::path working_directory;  // empty: this process's
  // Descriptors that the program gets, as (ours, its number). Every other one is closed, 0, 1 and
  // 2 lead to /dev/null.
  std::vector<std::pair<int, int>> descriptors;
  // Away from the terminal: no SIGINT for the process group reaches it.
  bool own_session = false;
};

// Starts it, with default signals and with this environment apart from PG* and the locale (LC_ALL
// is C). Throws Failure with the program's name when it cannot be started. The caller must reap it.
[[nodiscard]] pid_t spawn(const Command& command);

struct Finished {
  int status = 0;      // exit status; 128 + signal; 124 when `limit` passed and it was killed
  std::string output;  // stdout and stderr as they came
};

// Runs it to its end. Throws Failure like spawn.
[[nodiscard]] Finished run(Command command, std::chrono::milliseconds limit);

// Waits for the end of a child and gives its status as in Finished.
int reap(pid_t child);

}  // namespace pgplumb::scratch
