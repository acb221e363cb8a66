// A folder as another commit has it.
#pragma once

#include <filesystem>
#include <string>

namespace pgplumb::cli {

// Writes the *.sql files below `folder` of the repository around it, as `ref` has them, into a
// temporary folder that goes with the object. A ref that git does not know, and a folder that is in
// no repository, is a Failure with git's words.
class GitFolder {
 public:
  GitFolder(const std::string& ref, const std::filesystem::path& folder);
  GitFolder(const GitFolder&) = delete;
  GitFolder& operator=(const GitFolder&) = delete;
  ~GitFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // "db/migrations", from the repository's root.
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  void make_folder();

  std::filesystem::path path_;
  std::string name_;
};

}  // namespace pgplumb::cli
