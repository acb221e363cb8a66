#include "scratch/subprocess.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>

#include "base/failure.hpp"

namespace pgplumb::scratch {
namespace {

using std::chrono::milliseconds;

Finished shell(const std::string& script, milliseconds limit = milliseconds(10000)) {
  Command command;
  command.arguments = {"sh", "-c", script};
  return run(command, limit);
}

TEST(Run, GivesStatusAndBothStreams) {
  const Finished finished = shell("echo out; echo err >&2; exit 3");
  EXPECT_EQ(finished.status, 3);
  EXPECT_EQ(finished.output, "out\nerr\n");
  EXPECT_EQ(shell("kill -TERM $$").status, 128 + 15);
  EXPECT_EQ(shell("cat; exit 0").output, "") << "standard input is empty";
}

TEST(Run, EndsWhatTakesTooLong) {
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(shell("exec sleep 30", milliseconds(100)).status, 124);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, milliseconds(5000));
}

TEST(Run, NamesAMissingProgram) {
  Command command;
  command.arguments = {"/no/such/program"};
  try {
    (void)run(command, milliseconds(1000));
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_STREQ(failure.what(), "cannot start /no/such/program: No such file or directory");
  }
}

TEST(Run, CleansTheEnvironment) {
  ::setenv("PGOPTIONS", "-c search_path=nowhere", 1);
  ::setenv("LC_MESSAGES", "de_DE.UTF-8", 1);
  EXPECT_EQ(shell("echo \"$PGOPTIONS,$LC_MESSAGES,$LC_ALL\"").output, ",,C\n");
  ::unsetenv("PGOPTIONS");
  ::unsetenv("LC_MESSAGES");
}

TEST(Spawn, PassesNoOtherDescriptors) {
  Pipe leaky = make_pipe();
  const FileDescriptor inherited(::dup(leaky.write_end.get()));
  const std::string number = std::to_string(inherited.get());
  EXPECT_EQ(shell("test -e /proc/self/fd/" + number + " && echo there").output, "");
}

TEST(Spawn, GivesDescriptorsTheirNumbers) {
  Pipe in = make_pipe();
  Pipe out = make_pipe();
  Command command;
  command.arguments = {"sh", "-c", "cat <&3 >&4"};
  // Numbers that overlap with the ones that they have here.
  command.descriptors = {{in.read_end.get(), 3}, {out.write_end.get(), 4}};
  const pid_t child = spawn(command);
  ASSERT_EQ(::write(in.write_end.get(), "hello", 5), 5);
  in.write_end.close();
  EXPECT_EQ(reap(child), 0);
  char buffer[8] = {};
  EXPECT_EQ(::read(out.read_end.get(), buffer, sizeof buffer), 5);
  EXPECT_STREQ(buffer, "hello");
}

TEST(Spawn, CanLeaveTheTerminal) {
  Command command;
  command.arguments = {"sh", "-c", "test \"$(ps -o sid= -p $$ | tr -d ' ')\" = $$"};
  EXPECT_NE(run(command, milliseconds(5000)).status, 0);
  command.own_session = true;
  EXPECT_EQ(run(command, milliseconds(5000)).status, 0);
}

}  // namespace
}  // namespace pgplumb::scratch
