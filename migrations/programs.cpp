#include "migrations/programs.hpp"

#include <algorithm>
#include <regex>
#include <set>

#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "migrations/foreign_history.hpp"

namespace pgplumb::migrations {
namespace {

namespace fs = std::filesystem;

bool is_program(const fs::path& path) {
  static const std::set<std::string> kEnds = {".js", ".cjs", ".mjs", ".ts",  ".cts", ".mts",
                                              ".py", ".rb",  ".go",  ".php", ".rs"};
  return kEnds.count(path.extension().string()) != 0 &&
         !path.filename().string().ends_with(".d.ts");
}

// "m20260101_000001_users" as SeaORM writes it.
bool begins_as_seaorm(const std::string& stem) {
  return stem.size() > 9 && stem.front() == 'm' &&
         leading_version(std::string_view(stem).substr(1)).size() >= 8;
}

// "2026_01_01_000000_users" as Laravel writes it: "20260101000000_users". Others as they are.
std::string with_one_number(const std::string& stem) {
  static const std::regex kDate(R"((\d{4})_(\d{2})_(\d{2})_(\d{6})(?=_|$))");
  return std::regex_replace(
      stem, kDate, "$1$2$3$4",
      std::regex_constants::format_first_only | std::regex_constants::match_continuous);
}

std::string revision_in(const fs::path& path) {
  if (path.extension() != ".py") return "";
  static const std::regex kRevision(R"((?:^|\n)revision\b[^=\n]*=\s*['"]([0-9A-Za-z_]+)['"])");
  const std::string text = read_file(path);
  std::smatch found;
  return std::regex_search(text, found, kRevision) ? found[1].str() : "";
}

ProgramFile describe(const fs::path& path) {
  ProgramFile program;
  program.path = path;
  program.revision = revision_in(path);
  if (!program.revision.empty()) return program;
  std::string stem = path.stem().string();
  if (begins_as_seaorm(stem)) stem.erase(0, 1);
  stem = with_one_number(stem);
  const std::string number(leading_version(stem));
  if (number.empty()) return program;
  program.version = Version(number);
  stem.erase(0, number.size());
  stem.erase(0, std::min(stem.find_first_not_of("_-"), stem.size()));
  program.label = number + (stem.empty() ? "" : "_" + stem);
  return program;
}

void add_programs(const fs::path& folder, std::vector<ProgramFile>& all) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) return;
  for (const fs::path& path : list_files(folder)) {
    if (!is_program(path)) continue;
    ProgramFile program = describe(path);
    if (!program.version.empty() || !program.revision.empty()) all.push_back(std::move(program));
  }
}

bool is_of(const AppliedMigration& row, const ProgramFile& program) {
  if (!program.revision.empty()) {
    // Rows of before it was kept what they were imported as have it in front of their name.
    return row.imported_as == program.revision || row.name == program.revision ||
           row.name.starts_with(program.revision + "_");
  }
  Migration file;
  file.file = program.path.stem().string();
  if (row.version == program.version) return true;
  if (row.imported_as.empty()) return false;
  // Django says the app in front.
  return is_file_of(file, fs::path(row.imported_as).stem().string()) ||
         row.imported_as.ends_with("." + file.file);
}

bool is_imported_revision(const AppliedMigration& row) {
  return row.state == "imported" && row.version.text().starts_with("0.");
}

}  // namespace

bool is_baseline(const Migration& file) { return file.up->text().starts_with(kBaselineLine); }

std::vector<ProgramFile> program_files(const fs::path& folder,
                                       const std::vector<Migration>& files) {
  std::vector<ProgramFile> programs;
  add_programs(folder, programs);
  add_programs(folder / "versions", programs);
  std::erase_if(programs, [&](const ProgramFile& program) {
    return std::any_of(files.begin(), files.end(), [&](const Migration& file) {
      if (program.version.empty()) return false;
      return file.version == program.version ||
             (is_baseline(file) && program.version < file.version);
    });
  });
  return programs;
}

std::vector<ProgramFile> pending_programs(std::vector<ProgramFile> programs,
                                          const std::vector<AppliedMigration>& applied) {
  const bool has_revisions = std::any_of(applied.begin(), applied.end(), is_imported_revision);
  std::erase_if(programs, [&](const ProgramFile& program) {
    if (!program.revision.empty() && !has_revisions) return true;
    return std::any_of(applied.begin(), applied.end(),
                       [&](const AppliedMigration& row) { return is_of(row, program); });
  });
  return programs;
}

std::string about_pending(const ProgramFile& program) {
  return printable(program.path.string()) +
         " is a program, which pgplumb can't run, and is not applied here: apply it with its own "
         "tool and import again" +
         (program.label.empty() ? ""
                                : ", or write what it does as SQL under its version (" +
                                      printable(program.label) + ".up.sql)");
}

}  // namespace pgplumb::migrations
