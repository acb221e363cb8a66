// A folder of a test's own.
#pragma once

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp

#include <filesystem>
#include <string>

namespace pgplumb::scratch {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string path = "/tmp/pgplumbtest-XXXXXX";
    path_ = ::mkdtemp(path.data());
    // The server's user must get through to what is in it.
    std::filesystem::permissions(path_, std::filesystem::perms(0711));
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace pgplumb::scratch
