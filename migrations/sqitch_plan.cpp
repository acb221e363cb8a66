#include "migrations/sqitch_plan.hpp"

#include <map>
#include <regex>
#include <sstream>
#include <utility>

namespace pgplumb::migrations {
namespace {

std::string later(const std::string& planned, const std::string& previous) {
  if (planned > previous) return planned;
  return std::to_string(std::stoll(previous) + 1);
}

// "2026-01-02T03:04:05Z" without what is no digit.
std::string digits_of(const std::string& text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

}  // namespace

std::vector<PlannedChange> read_sqitch_plan(std::string_view text) {
  static const std::regex kChange(
      R"(^\s*([^\s%@#+-][^\s]*)\s.*?(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z))");
  static const std::regex kTag(R"(^\s*@(\S+))");
  static const std::regex kProject(R"(^\s*%\s*project\s*=\s*(\S+))");
  std::vector<PlannedChange> changes;
  std::map<std::string, std::size_t> newest;             // of each name
  std::map<std::size_t, std::vector<std::string>> tags;  // behind each change
  std::string previous = "0";
  std::string project;
  std::istringstream lines{std::string(text)};
  std::size_t offset = 0;
  for (std::string line; std::getline(lines, line); offset += line.size() + 1) {
    std::smatch parts;
    if (std::regex_search(line, parts, kProject)) {
      project = parts[1];
    } else if (std::regex_search(line, parts, kTag)) {
      for (std::size_t i = 0; i < changes.size(); ++i) tags[i].push_back(parts[1]);
    } else if (std::regex_search(line, parts, kChange)) {
      const std::string name = parts[1];
      if (const auto before = newest.find(name); before != newest.end()) {
        std::vector<std::string>& scripts = changes[before->second].scripts;
        scripts.clear();
        for (const std::string& tag : tags[before->second]) {
          std::string& script = scripts.emplace_back(name);
          script.append("@").append(tag);
        }
        // Sqitch refuses to rework what has no tag behind it.
        if (scripts.empty()) scripts.push_back(name + "@");
      }
      previous = later(digits_of(parts[2]), previous);
      newest[name] = changes.size();
      std::string foreign_name = project;
      foreign_name.append(":").append(name).append(" ").append(parts[2].str());
      changes.push_back({name, {name}, previous, std::move(foreign_name), offset});
    }
  }
  return changes;
}

}  // namespace pgplumb::migrations
