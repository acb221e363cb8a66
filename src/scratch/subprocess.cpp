#include "scratch/subprocess.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string_view>

#include "base/failure.hpp"

namespace pgplumb::scratch {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const std::string& what, int error) {
  throw Failure(what + ": " + std::strerror(error));
}

void check(int error, const char* what) {
  if (error != 0) fail(what, error);
}

// What the program gets: descriptors and working directory.
class FileActions {
 public:
  explicit FileActions(const Command& command) {
    check(posix_spawn_file_actions_init(&actions_), "posix_spawn");
    for (int standard = 0; standard <= 2; ++standard) open_null(standard);
    int highest = 2;
    for (const auto& [ours, number] : command.descriptors) {
      check(posix_spawn_file_actions_adddup2(&actions_, ours, number), "posix_spawn");
      highest = std::max(highest, number);
    }
#if __GLIBC_PREREQ(2, 34)
    check(posix_spawn_file_actions_addclosefrom_np(&actions_, highest + 1), "posix_spawn");
#endif
    if (!command.working_directory.empty()) {
      check(posix_spawn_file_actions_addchdir_np(&actions_, command.working_directory.c_str()),
            "posix_spawn");
    }
  }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }

  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  void open_null(int number) {
    check(posix_spawn_file_actions_addopen(&actions_, number, "/dev/null", O_RDWR, 0),
          "posix_spawn");
  }

  posix_spawn_file_actions_t actions_{};
};

// Signals as in a fresh shell, whatever this process blocks or ignores.
class Attributes {
 public:
  explicit Attributes(bool own_session) {
    check(posix_spawnattr_init(&attributes_), "posix_spawn");
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    int flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
    if (own_session) flags |= POSIX_SPAWN_SETSID;
    posix_spawnattr_setflags(&attributes_, static_cast<short>(flags));
  }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  ~Attributes() { posix_spawnattr_destroy(&attributes_); }

  [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

bool is_kept(std::string_view variable) {
  constexpr std::array<std::string_view, 3> kDropped = {"PG", "LC_", "LANG"};
  return std::none_of(kDropped.begin(), kDropped.end(),
                      [&](std::string_view prefix) { return variable.starts_with(prefix); });
}

std::vector<std::string> child_environment() {
  std::vector<std::string> kept = {"LC_ALL=C"};
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    if (is_kept(*variable)) kept.emplace_back(*variable);
  }
  return kept;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

int status_of(int wait_status) {
  return WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : 128 + WTERMSIG(wait_status);
}

// Reads until the end of the stream. False when the deadline came first.
bool read_all(int descriptor, std::string& output, Clock::time_point deadline) {
  std::array<char, 4096> buffer{};
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    pollfd ready{descriptor, POLLIN, 0};
    if (::poll(&ready, 1, static_cast<int>(left)) <= 0) continue;
    const ssize_t size = ::read(descriptor, buffer.data(), buffer.size());
    if (size == 0 || (size < 0 && errno != EINTR)) return true;
    if (size > 0) output.append(buffer.data(), static_cast<std::size_t>(size));
  }
}

}  // namespace

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  if (this != &other) {
    close();
    value_ = std::exchange(other.value_, -1);
  }
  return *this;
}

void FileDescriptor::close() {
  if (value_ >= 0) ::close(std::exchange(value_, -1));
}

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("cannot create a pipe", errno);
  return {FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

pid_t spawn(const Command& command) {
  // dup2 onto a number that is itself still to be given out would lose that one: move ours up.
  Command moved = command;
  std::vector<FileDescriptor> copies;
  for (auto& [ours, number] : moved.descriptors) {
    copies.emplace_back(::fcntl(ours, F_DUPFD_CLOEXEC, 64));
    if (!copies.back().valid()) fail("cannot duplicate a file descriptor", errno);
    ours = copies.back().get();
  }
  const FileActions actions(moved);
  const Attributes attributes(command.own_session);
  std::vector<char*> arguments = pointers_to(moved.arguments);
  std::vector<std::string> variables = child_environment();
  std::vector<char*> environment = pointers_to(variables);
  pid_t child = -1;
  const int error = posix_spawnp(&child, arguments.front(), actions.get(), attributes.get(),
                                 arguments.data(), environment.data());
  if (error != 0) fail("cannot start " + command.arguments.front(), error);
  return child;
}

int reap(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return 0;  // somebody else reaped it
  }
  return status_of(status);
}

Finished run(Command command, std::chrono::milliseconds limit) {
  Pipe pipe = make_pipe();
  command.descriptors.emplace_back(pipe.write_end.get(), 1);
  command.descriptors.emplace_back(pipe.write_end.get(), 2);
  const pid_t child = spawn(command);
  pipe.write_end.close();
  Finished finished;
  const bool ended = read_all(pipe.read_end.get(), finished.output, Clock::now() + limit);
  if (!ended) ::kill(child, SIGKILL);
  const int status = reap(child);
  finished.status = ended ? status : 124;
  return finished;
}

}  // namespace pgplumb::scratch
