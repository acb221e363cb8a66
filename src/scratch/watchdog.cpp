#include "scratch/watchdog.hpp"

#include <fcntl.h>
#include <poll.h>

#include <cerrno>
#include <cstring>

#include "base/failure.hpp"

namespace pgplumb::scratch {
namespace {

// $1 is the run directory, the rest the server's command. Descriptors: 0 is the pipe to wait for,
// 3 the lock of the run directory, 4 the pipe by which the server is seen to live.
//
// A server that has just begun ignores SIGQUIT (POSIX: the shell's background commands do, until
// they say otherwise), therefore it is sent again; a server that does not end at all is killed.
constexpr const char* kScript = R"(
trap '' HUP INT TERM
cd "$1" || exit 1
directory=$1
shift
"$@" </dev/null 3>&- &
server=$!
exec 4>&-
while read -r line; do :; done
( tries=0
  while [ $tries -lt 100 ]; do
    kill -QUIT $server
    sleep 0.1
    tries=$((tries + 1))
  done
  kill -KILL $server
) >/dev/null 2>&1 3>&- &
killer=$!
wait $server
kill -KILL $killer
cd /
tries=0
until rm -rf -- "$directory" 2>/dev/null || [ $tries -ge 50 ]; do
  sleep 0.1
  tries=$((tries + 1))
done
)";

FileDescriptor open_log(const std::filesystem::path& log) {
  FileDescriptor file(::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
  if (!file.valid()) throw Failure("cannot write " + log.string() + ": " + std::strerror(errno));
  return file;
}

}  // namespace

Watchdog::Watchdog(const RunDirectory& directory, const std::vector<std::string>& server,
                   const std::filesystem::path& log)
    : directory_(directory.path) {
  Pipe hold = make_pipe();
  Pipe alive = make_pipe();
  const FileDescriptor output = open_log(log);
  Command command;
  command.arguments = {"/bin/sh", "-c", kScript, "pgplumb-watchdog", directory.path.string()};
  command.arguments.insert(command.arguments.end(), server.begin(), server.end());
  command.descriptors = {{hold.read_end.get(), 0},
                         {output.get(), 1},
                         {output.get(), 2},
                         {directory.lock.get(), 3},
                         {alive.write_end.get(), 4}};
  command.own_session = true;
  shell_ = spawn(command);
  hold_ = std::move(hold.write_end);
  alive_ = std::move(alive.read_end);
}

bool Watchdog::server_runs() const {
  pollfd end{alive_.get(), POLLIN, 0};
  return ::poll(&end, 1, 0) == 0;
}

void Watchdog::stop() noexcept {
  if (shell_ <= 0) return;
  hold_.close();
  reap(std::exchange(shell_, -1));
  remove_tree(directory_);  // there only when the shell was killed
}

}  // namespace pgplumb::scratch
