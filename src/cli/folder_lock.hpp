// One process at a time in a folder.
#pragma once

#include <filesystem>

namespace pgplumb::cli {

// Waits until no other process has it, and holds it as long as it lives. Where the file system has
// no locks, it holds nothing.
class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path& folder);
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock();

 private:
  int descriptor_;
};

}  // namespace pgplumb::cli
