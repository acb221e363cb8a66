#include "base/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/characters.hpp"
#include "base/diagnostic.hpp"
#include "base/failure.hpp"

namespace pgplumb {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string_view verb, const fs::path& path, const std::error_code& reason) {
  throw Failure("cannot " + std::string(verb) + " " + printable(path.string()) + ": " +
                reason.message());
}

[[noreturn]] void fail_errno(std::string_view verb, const fs::path& path) {
  fail(verb, path, std::error_code(errno, std::generic_category()));
}

// Owns a file descriptor. close() exists because its error matters after writing.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool valid() const { return fd_ >= 0; }
  bool close() { return fd_ < 0 || ::close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_;
};

// Removes the temporary file unless it has become the real one.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string path) : path_(std::move(path)) {}
  ~TemporaryFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] const char* path() const { return path_.c_str(); }
  void keep() { path_.clear(); }

 private:
  std::string path_;
};

void write_all(int fd, std::string_view text, const fs::path& path) {
  while (!text.empty()) {
    const ssize_t written = ::write(fd, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail_errno("write", path);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

// A file that exists keeps its mode.
void copy_mode(int fd, const fs::path& path) {
  struct stat existing {};
  if (::stat(path.c_str(), &existing) != 0) return;
  if (::fchmod(fd, existing.st_mode & 07777U) != 0) fail_errno("write", path);
}

// A new file in `folder` with a short name of its own: the real file's name plus a suffix could be
// longer than a name may be. `name` receives its path. A crash may have left such names behind.
int create_temporary(const fs::path& folder, std::string& name) {
  constexpr int kAttempts = 100;
  int fd = -1;
  for (int attempt = 0; attempt < kAttempts && fd < 0; ++attempt) {
    const auto suffix = std::to_string(::getpid()) + "-" + std::to_string(attempt);
    name = (folder / (".pgplumb-" + suffix)).string();
    fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno != EEXIST) break;
  }
  return fd;
}

// Makes the new name itself durable; not every file system can, so a refusal is no failure.
void sync_folder(const fs::path& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.valid()) ::fsync(descriptor.get());
}

// link() refuses a name that exists, rename() replaces it; both are atomic.
void give_name(TemporaryFile& temporary, const fs::path& path, Overwrite overwrite) {
  if (overwrite == Overwrite::refused) {
    if (::link(temporary.path(), path.c_str()) != 0) fail_errno("create", path);
    return;
  }
  if (::rename(temporary.path(), path.c_str()) != 0) fail_errno("write", path);
  temporary.keep();
}

template <typename Wanted>
std::vector<fs::path> list(const fs::path& folder, Wanted wanted) {
  std::vector<fs::path> found;
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::error_code vanished;  // a dangling link is not a file, and no failure either
    if (entry->path().filename().native().starts_with('.')) continue;
    if (wanted(entry->status(vanished))) found.push_back(entry->path());
  }
  if (error) fail("read folder", folder, error);
  std::sort(found.begin(), found.end(),
            [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  return found;
}

}  // namespace

std::string read_file(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.valid()) fail_errno("read", path);
  std::string text;
  std::array<char, 64 * 1024> buffer{};
  for (;;) {
    const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail_errno("read", path);
    if (count == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

std::vector<fs::path> list_files(const fs::path& folder) {
  return list(folder, [](const fs::file_status& status) { return fs::is_regular_file(status); });
}

std::vector<fs::path> list_folders(const fs::path& folder) {
  return list(folder, [](const fs::file_status& status) { return fs::is_directory(status); });
}

void write_file(const fs::path& path, std::string_view text, Overwrite overwrite) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) fail("create folder", folder, error);

  std::string name;
  Descriptor file(create_temporary(folder, name));
  if (!file.valid()) fail_errno("write", path);
  TemporaryFile temporary(name);
  write_all(file.get(), text, path);
  copy_mode(file.get(), path);
  if (::fsync(file.get()) != 0 || !file.close()) fail_errno("write", path);
  give_name(temporary, path, overwrite);
  sync_folder(folder);
}

std::size_t first_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t length = character_length(text.substr(offset));
    if (length == 0) break;
    offset += length;
  }
  return offset;
}

bool is_utf8(std::string_view text) { return first_invalid_utf8(text) == text.size(); }

}  // namespace pgplumb
