// A folder below tests/cases; README.md there says what its files are.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "diff/change.hpp"
#include "migrations/migration.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::acceptance {

struct CaseFolder {
  std::string name;  // "attribute/rename"
  std::filesystem::path path;
  migrations::Source current;
  migrations::Source desired;
  std::string seed;                 // "" without rows
  std::optional<std::string> plan;  // plan.sql
  std::set<std::string> hazards;
  std::set<std::string> hazards_back;
  std::vector<std::string> renames;  // as case.yaml writes them
  bool impossible = false;
  bool back_impossible = false;
  int since = 0;  // the first major that runs both states
  int until = 0;  // the last one; 0 where every later one does
};

// For GoogleTest.
void PrintTo(const CaseFolder& folder, std::ostream* out);

// Throws Failure for a folder that is not as README.md says.
[[nodiscard]] CaseFolder read_case(const std::string& name);
// Why the case can't run on a server of this major; nothing when it can.
[[nodiscard]] std::optional<std::string> why_not_on(const CaseFolder& folder, int server_major);
// Every folder, by name.
[[nodiscard]] std::vector<std::string> case_names();
// The hints of case.yaml. Throws Failure for one that names nothing.
[[nodiscard]] std::vector<diff::RenameHint> renames_of(const CaseFolder& folder,
                                                       const Catalog& current,
                                                       const Catalog& desired);

}  // namespace pgplumb::acceptance
