#include "scratch/run_directory.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>

#include "scratch/problem.hpp"

namespace pgplumb::scratch {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "pgplumb-";
constexpr std::string_view kOwnerFile = "owner";
constexpr std::uint64_t kRoom = 512ULL << 20U;  // bytes; a fresh cluster takes 30 MB
constexpr std::size_t kSocketNameLimit = 107;   // bytes of sun_path, less the final NUL
constexpr std::time_t kFreshSeconds = 60;

std::uint64_t free_bytes(const fs::path& directory) {
  struct statvfs facts {};
  if (::statvfs(directory.c_str(), &facts) != 0) return 0;
  return static_cast<std::uint64_t>(facts.f_bavail) * facts.f_frsize;
}

void add_from_environment(std::vector<fs::path>& bases, const char* variable) {
  const char* value = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe)
  if (value != nullptr && *value == '/') bases.emplace_back(value);
}

std::string reason(const fs::path& path) { return path.string() + ": " + std::strerror(errno); }

FileDescriptor open_lock(const fs::path& directory, int flags) {
  const fs::path file = directory / kOwnerFile;
  return FileDescriptor(
      ::open(file.c_str(), flags | O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600));
}

bool take_lock(const FileDescriptor& file) {
  return file.valid() && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0;
}

// Empty when the directory cannot be made there; `failures` says why.
std::optional<RunDirectory> try_make(const ServerUser& user, const fs::path& base,
                                     std::string& failures) {
  std::string path = (base / (std::string(kPrefix) + "XXXXXX")).string();
  const auto give_up = [&](const std::string& why) {
    failures += "; " + why;
    return std::nullopt;
  };
  if (path.size() + std::string_view("/.s.PGSQL.5432.lock").size() > kSocketNameLimit) {
    return give_up(base.string() + ": too long for a socket's path");
  }
  if (::mkdtemp(path.data()) == nullptr) return give_up(reason(base));
  RunDirectory made{path, open_lock(path, O_CREAT | O_EXCL)};
  const bool given = !user.is_other || ::chown(path.c_str(), user.uid, user.gid) == 0;
  if (!take_lock(made.lock) || !given) {
    const std::string why = reason(path);
    remove_tree(path);
    return give_up(why);
  }
  return made;
}

// The process whose number the server left, if it is that server: it works in its data directory.
std::optional<pid_t> server_in(const fs::path& directory) {
  std::ifstream file(directory / "data" / "postmaster.pid");
  pid_t pid = 0;
  if (!(file >> pid) || pid <= 1) return std::nullopt;
  std::error_code error;
  const fs::path works_in = fs::read_symlink("/proc/" + std::to_string(pid) + "/cwd", error);
  if (error || works_in != directory / "data") return std::nullopt;
  return pid;
}

void end_server_in(const fs::path& directory) {
  const auto pid = server_in(directory);
  if (!pid) return;
  ::kill(*pid, SIGQUIT);
  for (int i = 0; i < 500 && server_in(directory) == pid; ++i) ::usleep(10'000);
}

bool is_abandoned(const ServerUser& user, const fs::path& directory) {
  struct stat facts {};
  if (::lstat(directory.c_str(), &facts) != 0 || !S_ISDIR(facts.st_mode)) return false;
  if (facts.st_uid != user.uid && facts.st_uid != ::geteuid()) return false;
  // Its maker may be between mkdtemp and flock.
  if (std::time(nullptr) - facts.st_mtime < kFreshSeconds) return false;
  const FileDescriptor lock = open_lock(directory, 0);
  if (lock.valid()) return take_lock(lock);
  // Without the owner's file it is somebody else's of a like name, unless its maker died at once.
  std::error_code error;
  return errno == ENOENT && fs::is_empty(directory, error) && !error;
}

}  // namespace

std::vector<fs::path> base_directories(const ServerUser& user) {
  std::vector<fs::path> wanted = {"/dev/shm"};
  if (!user.is_other) add_from_environment(wanted, "XDG_RUNTIME_DIR");
  const std::size_t in_memory = wanted.size();
  if (!user.is_other) add_from_environment(wanted, "TMPDIR");
  wanted.emplace_back("/tmp");
  std::vector<fs::path> bases;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const bool room = i >= in_memory || free_bytes(wanted[i]) >= kRoom;
    if (room && ::access(wanted[i].c_str(), W_OK | X_OK) == 0) bases.push_back(wanted[i]);
  }
  return bases;
}

Result<RunDirectory> make_run_directory(const ServerUser& user, const fs::path& base) {
  const std::vector<fs::path> bases = base.empty() ? base_directories(user) : std::vector{base};
  std::string failures;
  for (const fs::path& candidate : bases) {
    if (auto made = try_make(user, candidate, failures)) return *std::move(made);
  }
  return problem("no directory for the throwaway server can be made" + failures +
                 "; free some room in /tmp or set TMPDIR to a directory with a short path");
}

void sweep(const ServerUser& user, const fs::path& base) noexcept {
  try {
    std::error_code error;
    std::vector<fs::path> abandoned;
    for (const auto& entry : fs::directory_iterator(base, error)) {
      const bool ours = entry.path().filename().string().starts_with(kPrefix);
      if (ours && is_abandoned(user, entry.path())) abandoned.push_back(entry.path());
    }
    for (const fs::path& directory : abandoned) {
      end_server_in(directory);
      remove_tree(directory);
    }
  } catch (...) {  // NOLINT(bugprone-empty-catch): tidying up must not keep a server from starting
  }
}

void remove_tree(const fs::path& path) noexcept {
  try {
    std::error_code error;
    fs::remove_all(path, error);
  } catch (...) {  // NOLINT(bugprone-empty-catch): out of memory; the next sweep gets it
  }
}

}  // namespace pgplumb::scratch
