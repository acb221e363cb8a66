// However a process that started a throwaway server dies, nothing is left of the server.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>

#include "scratch/run_directory.hpp"
#include "scratch/subprocess.hpp"
#include "scratch/throwaway_server.hpp"
#include "tests/unit/scratch/temporary_folder.hpp"

namespace pgplumb::scratch {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// What a child process tells about the server that it has started.
struct Started {
  std::string directory;
  int postmaster = 0;
  int watchdog = 0;
};

struct ProcessFacts {
  char state = '-';  // '-': there is no such process
  int parent = 0;
};

ProcessFacts facts_of(int pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  ProcessFacts facts;
  std::string number;
  std::string name;
  file >> number >> name >> facts.state >> facts.parent;
  return facts;
}

// One that has ended and waits for init to take notice is gone.
bool exists(int pid) {
  const char state = facts_of(pid).state;
  return state != '-' && state != 'Z' && state != 'X';
}

// True as soon as `gone` is; false after half a minute.
bool becomes_true(const std::function<bool()>& gone) {
  const auto deadline = Clock::now() + std::chrono::seconds(30);
  while (!gone()) {
    if (Clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

class ThrowawayEndTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (find_server_binaries().empty()) GTEST_SKIP() << how_to_get_binaries();
  }

  // Forks a process, in a process group of its own, that starts a server, tells about it and then
  // does `what`. No thread has been started here before, so that it may do what it likes.
  Started start_in_child(const std::function<void()>& what) {
    Pipe pipe = make_pipe();
    child_ = ::fork();
    if (child_ == 0) {
      ::setpgid(0, 0);
      run_child(pipe.write_end, what);
    }
    pipe.write_end.close();
    std::string text;
    char buffer[256];
    while (true) {
      const ssize_t size = ::read(pipe.read_end.get(), buffer, sizeof buffer);
      if (size <= 0) break;
      text.append(buffer, static_cast<std::size_t>(size));
      if (text.ends_with('\n')) break;
    }
    Started started;
    std::istringstream(text) >> started.directory >> started.postmaster >> started.watchdog;
    return started;
  }

  void expect_nothing_left(const Started& started) {
    ASSERT_GT(started.postmaster, 1);
    ASSERT_GT(started.watchdog, 1);
    const auto begin = Clock::now();
    EXPECT_TRUE(becomes_true([&] { return !exists(started.postmaster); })) << "server is left";
    EXPECT_TRUE(becomes_true([&] { return !fs::exists(started.directory); }))
        << "directory is left";
    EXPECT_TRUE(becomes_true([&] { return !exists(started.watchdog); })) << "watchdog is left";
    const auto took = Clock::now() - begin;
    std::cout << "gone after "
              << std::chrono::duration_cast<std::chrono::milliseconds>(took).count() << " ms\n";
  }

  [[nodiscard]] pid_t child() const { return child_; }
  int reap_child() { return reap(child_); }

 private:
  [[noreturn]] static void run_child(const FileDescriptor& report,
                                     const std::function<void()>& what) {
    auto server = ThrowawayServer::start();
    if (!server) _exit(9);
    const int postmaster = server.value()->postmaster_pid();
    const std::string text = server.value()->directory().string() + " " +
                             std::to_string(postmaster) + " " +
                             std::to_string(facts_of(postmaster).parent) + "\n";
    if (::write(report.get(), text.data(), text.size()) < 0) _exit(9);
    what();
    _exit(0);
  }

  pid_t child_ = -1;
};

void sleep_for_ever() {
  for (;;) ::pause();
}

TEST_F(ThrowawayEndTest, Killed) {
  const Started started = start_in_child(sleep_for_ever);
  ::kill(child(), SIGKILL);
  EXPECT_EQ(reap_child(), 128 + SIGKILL);
  expect_nothing_left(started);
}

TEST_F(ThrowawayEndTest, Terminated) {
  const Started started = start_in_child(sleep_for_ever);
  ::kill(child(), SIGTERM);
  EXPECT_EQ(reap_child(), 128 + SIGTERM);
  expect_nothing_left(started);
}

TEST_F(ThrowawayEndTest, InterruptedWithItsProcessGroup) {
  const Started started = start_in_child(sleep_for_ever);
  ::kill(-child(), SIGINT);
  EXPECT_EQ(reap_child(), 128 + SIGINT);
  expect_nothing_left(started);
}

TEST_F(ThrowawayEndTest, SurvivesAnInterruptThatTheProcessHandles) {
  std::signal(SIGINT, SIG_IGN);  // inherited by the child: it must not come too late there
  const Started started = start_in_child(sleep_for_ever);
  std::signal(SIGINT, SIG_DFL);
  ::kill(-child(), SIGINT);
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_TRUE(exists(started.postmaster));
  EXPECT_TRUE(fs::exists(started.directory));
  ::kill(child(), SIGKILL);
  reap_child();
  expect_nothing_left(started);
}

TEST_F(ThrowawayEndTest, ExitedWithoutDestructors) {
  const Started started = start_in_child([] { _exit(7); });
  EXPECT_EQ(reap_child(), 7);
  expect_nothing_left(started);
}

TEST_F(ThrowawayEndTest, AbortedByAnException) {
  const Started started = start_in_child([] {
    std::set_terminate([] { _exit(6); });
    std::thread([] { throw std::runtime_error("lost"); }).join();
  });
  EXPECT_EQ(reap_child(), 6);
  expect_nothing_left(started);
}

// Should even the watchdog die, the kernel ends the server, and the next start sweeps the
// directory.
TEST_F(ThrowawayEndTest, WatchdogKilledToo) {
  const Started started = start_in_child(sleep_for_ever);
  ASSERT_GT(started.watchdog, 1);
  ::kill(started.watchdog, SIGKILL);
  ::kill(child(), SIGKILL);
  reap_child();
  EXPECT_TRUE(becomes_true([&] { return !exists(started.postmaster); })) << "server is left";
  ASSERT_TRUE(fs::exists(started.directory));
  fs::last_write_time(started.directory, fs::file_time_type::clock::now() - std::chrono::hours(1));
  const auto user = choose_server_user();
  ASSERT_TRUE(user);
  sweep(*user, fs::path(started.directory).parent_path());
  EXPECT_FALSE(fs::exists(started.directory));
}

// The server stops by itself: the program must not wait for it for ever, and still tidies up.
TEST_F(ThrowawayEndTest, ServerCrashed) {
  auto server = ThrowawayServer::start();
  ASSERT_TRUE(server) << server.error().message;
  const fs::path directory = server.value()->directory();
  ::kill(server.value()->postmaster_pid(), SIGKILL);
  server.value().reset();
  EXPECT_FALSE(fs::exists(directory));
}

}  // namespace
}  // namespace pgplumb::scratch
