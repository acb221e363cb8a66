#include "workflow/program_files.hpp"

#include <functional>
#include <regex>
#include <set>

#include "base/files.hpp"

namespace pgplumb::workflow {
namespace {

namespace fs = std::filesystem;

struct RevisionFile {
  std::string name;
  std::vector<std::string> before;
};

std::vector<std::string> quoted_words(const std::string& text) {
  static const std::regex kWord(R"(['"]([0-9A-Za-z_]+)['"])");
  std::vector<std::string> words;
  for (std::sregex_iterator at(text.begin(), text.end(), kWord), end; at != end; ++at) {
    words.push_back((*at)[1]);
  }
  return words;
}

void read_revisions(const fs::path& folder, std::map<std::string, RevisionFile>& found) {
  static const std::regex kRevision(R"((?:^|\n)revision\b[^=\n]*=\s*['"]([0-9A-Za-z_]+)['"])");
  static const std::regex kBefore(R"((?:^|\n)down_revision\b[^=\n]*=([^\n]*))");
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) return;
  for (const fs::path& path : list_files(folder)) {
    if (path.extension() != ".py") continue;
    const std::string text = read_file(path);
    std::smatch revision;
    if (!std::regex_search(text, revision, kRevision)) continue;
    RevisionFile& file = found[revision[1]];
    file.name = path.stem().string();
    const std::string prefix = revision[1].str() + "_";
    if (file.name.starts_with(prefix)) file.name.erase(0, prefix.size());
    std::smatch before;
    if (std::regex_search(text, before, kBefore)) file.before = quoted_words(before[1]);
  }
}

}  // namespace

std::vector<AlembicRevision> alembic_history(const fs::path& folder,
                                             const std::vector<std::string>& heads) {
  std::map<std::string, RevisionFile> files;
  read_revisions(folder, files);
  read_revisions(folder / "versions", files);
  std::vector<AlembicRevision> history;
  std::set<std::string> seen;
  const std::function<void(const std::string&)> visit = [&](const std::string& id) {
    if (!seen.insert(id).second) return;
    const auto file = files.find(id);
    if (file == files.end()) return history.push_back({id, "", false});
    for (const std::string& before : file->second.before) visit(before);
    history.push_back({id, file->second.name, true});
  };
  for (const std::string& head : heads) visit(head);
  return history;
}

std::map<std::string, std::string> drizzle_tags(const fs::path& folder) {
  std::map<std::string, std::string> tags;
  std::error_code ignored;
  const fs::path journal = folder / "meta" / "_journal.json";
  if (!fs::is_regular_file(journal, ignored)) return tags;
  static const std::regex kEntry(R"re("when"\s*:\s*(\d+)\s*,\s*"tag"\s*:\s*"([^"]+)")re");
  const std::string text = read_file(journal);
  for (std::sregex_iterator at(text.begin(), text.end(), kEntry), end; at != end; ++at) {
    tags[(*at)[1]] = (*at)[2];
  }
  return tags;
}

}  // namespace pgplumb::workflow
