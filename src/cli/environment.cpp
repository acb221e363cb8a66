#include "cli/environment.hpp"

#include <unistd.h>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "cli/configuration_problem.hpp"

namespace pgplumb::cli {

std::optional<std::string> Environment::get(std::string_view name) const {
  for (const Variables* variables : {&process_, &file_}) {
    const auto found = variables->find(name);
    if (found != variables->end() && !found->second.empty()) return found->second;
  }
  return std::nullopt;
}

bool Environment::has_in_process(std::string_view name) const {
  const auto found = process_.find(name);
  return found != process_.end() && !found->second.empty();
}

bool Environment::only_in_file(std::string_view name) const {
  return !has_in_process(name) && get(name).has_value();
}

Variables process_variables() {
  Variables variables;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) continue;
    variables.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return variables;
}

Variables dotenv_variables(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / ".env";
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return {};
  return parse_dotenv(read_file(path));
}

Result<std::string> read_secret(const std::string& path, const SourceSpan& span) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) {
    return configuration_problem("there is no file " + printable(path) + " to read a value from",
                                 span);
  }
  std::string text;
  try {
    text = read_file(path);
  } catch (const Failure& failure) {
    return configuration_problem(failure.what(), span);
  }
  while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
  if (text.empty()) return configuration_problem("the file " + printable(path) + " is empty", span);
  return text;
}

namespace {

// What stands between "${" and "}".
Result<std::string> value_of(std::string_view inside, const Environment& environment,
                             const SourceSpan& span) {
  constexpr std::string_view kFile = "file:";
  if (inside.starts_with(kFile)) {
    return read_secret(std::string(inside.substr(kFile.size())), span);
  }
  const std::size_t colon = inside.find(":-");
  const std::string name(inside.substr(0, colon));
  const auto value = environment.get(name);
  if (value) return *value;
  if (colon != std::string_view::npos) return std::string(inside.substr(colon + 2));
  return configuration_problem("the environment variable " + printable(name) +
                                   " is not set; set it, or give a default: ${" + printable(name) +
                                   ":-default}",
                               span);
}

}  // namespace

Result<std::string> expand(std::string_view text, const Environment& environment,
                           const SourceSpan& span) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at, 2) == "$$") {
      result += '$';
      at += 2;
    } else if (text.substr(at, 2) == "${") {
      const std::size_t end = text.find('}', at);
      if (end == std::string_view::npos) return configuration_problem("\"${\" has no \"}\"", span);
      const auto value = value_of(text.substr(at + 2, end - at - 2), environment, span);
      if (!value) return value.error();
      result += *value;
      at = end + 1;
    } else {
      result += text[at++];
    }
  }
  return result;
}

}  // namespace pgplumb::cli
