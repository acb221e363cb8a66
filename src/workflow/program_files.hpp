// What can be read from the files of tools whose migrations are programs.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace pgplumb::workflow {

struct AlembicRevision {
  std::string id;
  std::string name;  // of the file, behind the revision; "" when there is no file
  bool has_file = false;
};

// The revisions that lead to `heads`, oldest first, by "revision" and "down_revision" in the *.py
// files of `folder` and of its folder versions/. A head without a file stands for itself alone.
[[nodiscard]] std::vector<AlembicRevision> alembic_history(const std::filesystem::path& folder,
                                                           const std::vector<std::string>& heads);

// Of `folder`/meta/_journal.json: when a migration was written (milliseconds) -> its file's name
// without ".sql". Empty when there is no such file.
[[nodiscard]] std::map<std::string, std::string> drizzle_tags(const std::filesystem::path& folder);

}  // namespace pgplumb::workflow
