#include "tests/acceptance/schema_dump.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <sstream>
#include <vector>

#include "base/failure.hpp"
#include "scratch/subprocess.hpp"

namespace pgplumb::acceptance {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(std::move(line));
  return lines;
}

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// Columns stand on lines of their own, indented, between "CREATE TABLE name (" and ")".
void sort_columns(Lines& section) {
  for (auto begin = section.begin(); begin != section.end(); ++begin) {
    if (!begin->starts_with("CREATE TABLE ") || !begin->ends_with("(")) continue;
    const auto first = std::next(begin);
    const auto end = std::find_if(first, section.end(),
                                  [](const std::string& line) { return line.starts_with(")"); });
    for (auto line = first; line != end; ++line) {
      if (line->ends_with(",")) line->pop_back();
    }
    std::sort(first, end);
  }
}

// Grants stand in the order in which they were made.
void sort_grants(Lines& section) {
  const auto is_grant = [](const std::string& line) {
    return line.starts_with("GRANT ") || line.starts_with("REVOKE ");
  };
  const auto first = std::find_if(section.begin(), section.end(), is_grant);
  std::sort(first, std::find_if_not(first, section.end(), is_grant));
}

// One section for each object: it begins with "--", "-- Name: …".
std::vector<Lines> sections_of(const Lines& lines) {
  std::vector<Lines> sections(1);
  for (const std::string& line : lines) {
    if (line.starts_with("-- Name: ")) sections.emplace_back();
    // The key of \restrict is random.
    if (line.empty() || line == "--" || line.starts_with("\\")) continue;
    sections.back().push_back(line);
  }
  return sections;
}

}  // namespace

std::string schema_dump(const std::string& pg_dump, const pg::ConnectionUrl& url) {
  scratch::Command command;
  command.arguments = {pg_dump, "--schema-only", "--dbname=" + url.conninfo()};
  const scratch::Finished finished = scratch::run(std::move(command), std::chrono::minutes(1));
  if (finished.status != 0) throw Failure("pg_dump fails: " + finished.output);
  std::vector<Lines> sections = sections_of(lines_of(finished.output));
  for (Lines& section : sections) {
    sort_columns(section);
    sort_grants(section);
  }
  // The first one is the head, with the settings.
  std::sort(std::next(sections.begin()), sections.end());
  std::string text;
  for (const Lines& section : sections) text += joined(section) + "\n";
  return text;
}

std::string line_difference(const std::string& is, const std::string& wanted) {
  const auto sorted = [](const std::string& text) {
    Lines lines = lines_of(text);
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  const Lines ours = sorted(is);
  const Lines theirs = sorted(wanted);
  Lines more;
  Lines less;
  std::set_difference(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                      std::back_inserter(more));
  std::set_difference(theirs.begin(), theirs.end(), ours.begin(), ours.end(),
                      std::back_inserter(less));
  std::string text;
  for (const std::string& line : less) text += "- " + line + "\n";
  for (const std::string& line : more) text += "+ " + line + "\n";
  return text;
}

}  // namespace pgplumb::acceptance
