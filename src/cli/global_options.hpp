// Options that every command takes, before and after its name.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace pgplumb::cli {

struct GlobalOptions {
  std::optional<std::string> config;
  std::optional<std::string> environment;
  std::optional<std::string> url;
  std::optional<std::string> migrations;
  std::optional<std::string> schema;
  std::optional<std::string> scratch;
  std::optional<std::string> wait;
  bool no_color = false;
  bool quiet = false;
  bool verbose = false;
};

// For CLI11's check(): an empty text is an unset variable of a script more often than it is meant.
[[nodiscard]] std::function<std::string(const std::string&)> some_text();

// `options` must outlive `app`; several apps may share them.
void add_global_options(CLI::App& app, GlobalOptions& options);

}  // namespace pgplumb::cli
