#include "tests/acceptance/case_folder.hpp"

#include <yaml-cpp/yaml.h>

#include <memory>
#include <ostream>

#include "base/failure.hpp"
#include "base/files.hpp"

namespace pgplumb::acceptance {
namespace {

namespace fs = std::filesystem;

fs::path cases_folder() { return fs::path(PGPLUMB_SOURCE_DIR) / "tests" / "cases"; }

// A state runs statement by statement, as psql would run it.
migrations::Source read_state(const fs::path& path) {
  return std::make_shared<const SourceText>(path.string(),
                                            "-- pgplumb: no-transaction\n" + read_file(path));
}

std::set<std::string> read_names(const YAML::Node& list) {
  std::set<std::string> names;
  for (const YAML::Node& name : list) {
    if (!names.insert(name.as<std::string>()).second) {
      throw Failure("case.yaml names " + name.as<std::string>() + " twice");
    }
  }
  return names;
}

void read_yaml(CaseFolder& folder) {
  const fs::path path = folder.path / "case.yaml";
  for (const auto& entry : YAML::Load(read_file(path))) {
    const auto key = entry.first.as<std::string>();
    const YAML::Node& value = entry.second;
    if (key == "hazards") {
      folder.hazards = read_names(value);
    } else if (key == "hazards_back") {
      folder.hazards_back = read_names(value);
    } else if (key == "renames") {
      folder.renames = value.as<std::vector<std::string>>();
    } else if (key == "impossible") {
      folder.impossible = value.as<bool>();
    } else if (key == "back_impossible") {
      folder.back_impossible = value.as<bool>();
    } else if (key == "since") {
      folder.since = value.as<int>();
    } else if (key == "until") {
      folder.until = value.as<int>();
    } else {
      throw Failure(path.string() + ": unknown key " + key);
    }
  }
}

ObjectId named(const std::string& kind, const std::string& name, const Catalog& catalog) {
  for (const auto& [id, object] : catalog.objects()) {
    if (name_of(id.kind) == kind && shown(id) == name) return id;
  }
  throw Failure("a rename of case.yaml names " + kind + " " + name + ", which does not exist");
}

}  // namespace

void PrintTo(const CaseFolder& folder, std::ostream* out) { *out << folder.name; }

CaseFolder read_case(const std::string& name) {
  CaseFolder folder;
  folder.name = name;
  folder.path = cases_folder() / name;
  folder.current = read_state(folder.path / "current.sql");
  folder.desired = read_state(folder.path / "desired.sql");
  if (fs::exists(folder.path / "seed.sql")) folder.seed = read_file(folder.path / "seed.sql");
  if (fs::exists(folder.path / "plan.sql")) folder.plan = read_file(folder.path / "plan.sql");
  read_yaml(folder);
  return folder;
}

std::optional<std::string> why_not_on(const CaseFolder& folder, int server_major) {
  if (server_major < folder.since) return "needs PostgreSQL " + std::to_string(folder.since);
  if (folder.until != 0 && server_major > folder.until) {
    return "PostgreSQL after " + std::to_string(folder.until) + " refuses it";
  }
  return std::nullopt;
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const fs::path& kind : list_folders(cases_folder())) {
    for (const fs::path& folder : list_folders(kind)) {
      names.push_back((kind.filename() / folder.filename()).string());
    }
  }
  return names;
}

std::vector<diff::RenameHint> renames_of(const CaseFolder& folder, const Catalog& current,
                                         const Catalog& desired) {
  std::vector<diff::RenameHint> hints;
  for (const std::string& text : folder.renames) {
    const std::size_t colon = text.find(':');
    const std::size_t sign = text.find('=');
    if (colon == std::string::npos || sign == std::string::npos) {
      throw Failure("a rename of case.yaml is not KIND:NAME=NAME: " + text);
    }
    const std::string kind = text.substr(0, colon);
    hints.push_back({named(kind, text.substr(colon + 1, sign - colon - 1), current),
                     named(kind, text.substr(sign + 1), desired)});
  }
  return hints;
}

}  // namespace pgplumb::acceptance
