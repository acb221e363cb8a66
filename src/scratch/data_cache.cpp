#include "scratch/data_cache.hpp"

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include "base/failure.hpp"
#include "scratch/environment_variable.hpp"
#include "scratch/run_directory.hpp"

namespace pgplumb::scratch {
namespace {

namespace fs = std::filesystem;

constexpr auto kUnusedLimit = std::chrono::hours(24 * 30);

bool belongs_to_us(const fs::path& path) {
  struct stat facts {};
  return ::lstat(path.c_str(), &facts) == 0 && facts.st_uid == ::geteuid();
}

// Under sudo HOME may still be the user's, where root's files would be in the way.
fs::path home_directory() {
  if (const std::string home = environment_variable("HOME"); !home.empty() && belongs_to_us(home)) {
    return home;
  }
  const passwd* entry = ::getpwuid(::geteuid());  // NOLINT(concurrency-mt-unsafe)
  return entry == nullptr ? fs::path() : fs::path(entry->pw_dir);
}

std::string hash_text(const std::string& text) {
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
  for (const char byte : text) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  }
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
  return digits;
}

// Changes whenever the programs are updated, also within one minor version.
std::string program_identity(const fs::path& program) {
  struct stat facts {};
  if (::stat(program.c_str(), &facts) != 0) return {};
  return program.string() + ":" + std::to_string(facts.st_size) + ":" +
         std::to_string(facts.st_mtim.tv_sec) + ":" + std::to_string(facts.st_ino);
}

std::string entry_name(const ServerBinaries& binaries, const std::vector<std::string>& arguments) {
  std::string key = binaries.version + "\n" + program_identity(binaries.directory / "postgres") +
                    "\n" + program_identity(binaries.directory / "initdb");
  for (const std::string& argument : arguments) key += "\n" + argument;
  return "data-" + std::to_string(binaries.major) + "-" + hash_text(key);
}

void give_to(const fs::path& path, const ServerUser* owner) {
  if (owner == nullptr || !owner->is_other) return;
  if (::lchown(path.c_str(), owner->uid, owner->gid) != 0) {
    throw Failure("cannot give " + path.string() + " to the server's user");
  }
}

// Modes are kept. `owner`: null for this process's user.
void copy_tree(const fs::path& existing, const fs::path& copy, const ServerUser* owner) {
  fs::create_directory(copy, existing);
  give_to(copy, owner);
  for (const auto& entry : fs::directory_iterator(existing)) {
    const fs::path to = copy / entry.path().filename();
    if (entry.is_directory() && !entry.is_symlink()) {
      copy_tree(entry.path(), to, owner);
    } else {
      fs::copy(entry.path(), to, fs::copy_options::copy_symlinks);
      give_to(to, owner);
    }
  }
}

bool is_private(const fs::path& directory) {
  struct stat facts {};
  return ::lstat(directory.c_str(), &facts) == 0 && S_ISDIR(facts.st_mode) &&
         facts.st_uid == ::geteuid() && (facts.st_mode & 077U) == 0;
}

// Made 0700; one that exists and others may look into is closed to them.
bool make_private(const fs::path& directory) {
  std::error_code error;
  fs::create_directories(directory.parent_path(), error);
  ::mkdir(directory.c_str(), 0700);
  if (!belongs_to_us(directory)) return false;
  ::chmod(directory.c_str(), 0700);
  return is_private(directory);
}

}  // namespace

fs::path default_cache_directory() {
  const std::string given = environment_variable("XDG_CACHE_HOME");
  if (!given.empty() && given.front() == '/' && belongs_to_us(given)) {
    return fs::path(given) / "pgplumb";
  }
  const fs::path home = home_directory();
  return home.empty() ? fs::path() : home / ".cache" / "pgplumb";
}

DataCache::DataCache(fs::path directory, const ServerBinaries& binaries,
                     const std::vector<std::string>& initdb_arguments)
    : directory_(directory.empty() ? default_cache_directory() : std::move(directory)) {
  if (!directory_.empty()) entry_ = directory_ / entry_name(binaries, initdb_arguments);
}

bool DataCache::restore(const fs::path& data, const ServerUser& user) const {
  if (entry_.empty() || !is_private(directory_) || !is_private(entry_)) return false;
  try {
    copy_tree(entry_, data, &user);
    ::utimensat(AT_FDCWD, entry_.c_str(), nullptr, 0);  // "used just now"
    return true;
  } catch (const std::exception&) {
    remove_tree(data);  // another process may have removed the entry meanwhile
    return false;
  }
}

void DataCache::store(const fs::path& data) const noexcept {
  if (entry_.empty()) return;
  std::string unfinished;
  try {
    if (!make_private(directory_)) return;
    unfinished = (directory_ / "unfinished-XXXXXX").string();
    if (::mkdtemp(unfinished.data()) == nullptr) return;
    copy_tree(data, fs::path(unfinished) / "data", nullptr);
    std::error_code exists_already;
    fs::rename(fs::path(unfinished) / "data", entry_, exists_already);
    remove_old_entries();
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): a full disk, say
  }
  remove_tree(unfinished);
}

void DataCache::forget() const noexcept {
  if (!entry_.empty() && is_private(directory_)) remove_tree(entry_);
}

void DataCache::remove_old_entries() const {
  const auto now = fs::file_time_type::clock::now();
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(directory_, error)) {
    const std::string name = entry.path().filename().string();
    const bool unfinished = name.starts_with("unfinished-");
    if (!unfinished && !name.starts_with("data-")) continue;
    const auto limit = unfinished ? std::chrono::hours(1) : kUnusedLimit;
    if (now - entry.last_write_time(error) > limit && !error) remove_tree(entry.path());
  }
}

}  // namespace pgplumb::scratch
