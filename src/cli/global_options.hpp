// Options that every command takes, before and after its name.
#pragma once

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

// `options` must outlive `app`; several apps may share them.
void add_global_options(CLI::App& app, GlobalOptions& options);

}  // namespace pgplumb::cli
