// Environment variables: the process's own, and below them those of a .env file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "cli/dotenv.hpp"

namespace pgplumb::cli {

class Environment {
 public:
  Environment(Variables process, Variables file)
      : process_(std::move(process)), file_(std::move(file)) {}

  // A value that is empty counts as not set, as in ${NAME:-default}.
  [[nodiscard]] std::optional<std::string> get(std::string_view name) const;
  [[nodiscard]] bool has_in_process(std::string_view name) const;
  // Set in the file alone: libraries that look into the process's environment don't see it.
  [[nodiscard]] bool only_in_file(std::string_view name) const;

 private:
  Variables process_;
  Variables file_;
};

[[nodiscard]] Variables process_variables();
// `folder`/.env; empty when there is none.
[[nodiscard]] Variables dotenv_variables(const std::filesystem::path& folder);

// A file's text without the line end behind it.
[[nodiscard]] Result<std::string> read_secret(const std::string& path, const SourceSpan& span);

// Replaces ${NAME}, ${NAME:-default} and ${file:PATH} (a file's text without the line end behind
// it, for secrets); "$$" is a dollar sign. The error names the variable that is not set, the file
// that can't be read, or the place where the form is not understood. `span` is the text's place.
[[nodiscard]] Result<std::string> expand(std::string_view text, const Environment& environment,
                                         const SourceSpan& span);

}  // namespace pgplumb::cli
