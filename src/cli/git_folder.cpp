#include "cli/git_folder.hpp"

#include <unistd.h>

#include <cstdlib>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "scratch/subprocess.hpp"

namespace pgplumb::cli {
namespace {

namespace fs = std::filesystem;

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

std::string git(const fs::path& folder, std::vector<std::string> arguments) {
  constexpr std::chrono::seconds kLimit{60};
  scratch::Command command;
  command.arguments = {"git", "-c", "core.quotepath=off"};
  command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
  command.working_directory = folder;
  scratch::Finished finished = scratch::run(command, kLimit);
  if (finished.status == 0) return std::move(finished.output);
  throw Failure("git " + arguments.front() + " failed: " + printable(first_line(finished.output)));
}

}  // namespace

GitFolder::GitFolder(const std::string& ref, const fs::path& folder) {
  // The folder itself may be missing here and be there in the other commit.
  fs::path start = fs::absolute(folder);
  while (!fs::is_directory(start) && start.has_parent_path()) start = start.parent_path();
  if (ref.starts_with('-')) throw UsageError("\"" + printable(ref) + "\" is no git ref");
  fs::path root;
  std::string commit;
  try {
    root = first_line(git(start, {"rev-parse", "--show-toplevel"}));
    commit =
        first_line(git(root, {"rev-parse", "--verify", "--end-of-options", ref + "^{commit}"}));
  } catch (const Failure& failure) {
    throw UsageError("\"" + printable(ref) + "\" is neither a folder nor a git ref (" +
                     failure.what() + ")");
  }
  name_ = fs::absolute(folder).lexically_normal().lexically_relative(fs::canonical(root)).string();
  make_folder();
  const std::string listed = git(root, {"ls-tree", "-r", "--name-only", commit, "--", name_ + "/"});
  for (std::size_t at = 0; at < listed.size();) {
    const std::size_t end = std::min(listed.find('\n', at), listed.size());
    const std::string file = listed.substr(at, end - at);
    at = end + 1;
    if (!file.ends_with(".sql") && !file.ends_with(".plan") && !file.ends_with(".toml") &&
        !file.ends_with(".conf")) {
      continue;
    }
    write_file(path_ / fs::path(file).lexically_relative(name_),
               git(root, {"cat-file", "blob", commit + ":" + file}));
  }
}

void GitFolder::make_folder() {
  std::string name = (fs::temp_directory_path() / "pgplumb-git.XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw Failure("no temporary folder can be made");
  path_ = name;
}

GitFolder::~GitFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace pgplumb::cli
