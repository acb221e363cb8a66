// What a command needs to know and to reach: options, configuration, environment, output.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/configuration.hpp"
#include "cli/environment.hpp"
#include "cli/global_options.hpp"
#include "cli/output.hpp"
#include "diff/hazard.hpp"
#include "migrations/runner.hpp"
#include "pg/connection_url.hpp"
#include "pg/session.hpp"
#include "workflow/state.hpp"

namespace pgplumb::cli {

class Context {
 public:
  // Reads pgplumb.yaml and .env. Their problems are printed and thrown as a UsageError.
  explicit Context(GlobalOptions options);

  [[nodiscard]] Output& output() { return output_; }
  [[nodiscard]] const GlobalOptions& options() const { return options_; }
  [[nodiscard]] const Configuration& configuration() const { return configuration_; }
  [[nodiscard]] const Environment& environment() const { return environment_; }
  // Nothing when there is no configuration file.
  [[nodiscard]] const std::optional<std::filesystem::path>& configuration_file() const {
    return file_;
  }
  [[nodiscard]] const std::string& environment_name() const { return environment_name_; }
  // Of the chosen environment; the defaults when there is none.
  [[nodiscard]] const EnvironmentSettings& settings() const { return settings_; }

  // --migrations, else the configuration's; relative to the working folder.
  [[nodiscard]] std::filesystem::path migrations_folder() const;
  [[nodiscard]] std::filesystem::path schema_path() const;
  [[nodiscard]] std::filesystem::path seeds_folder() const;

  // A UsageError says what to set.
  [[nodiscard]] pg::ConnectionUrl database() const;
  // With --wait, tried again while the server is not there yet.
  [[nodiscard]] pg::Session connect();
  // The environment is protected, or its URL looks like production and nothing says otherwise.
  [[nodiscard]] bool is_protected(const pg::Session& session) const;

  [[nodiscard]] workflow::Scratch scratch(bool offline) const;
  [[nodiscard]] workflow::CompareInput compare_input(bool offline) const;
  [[nodiscard]] migrations::RunnerOptions runner_options() const;
  // "schema", "migrations" and "live" (those of the configuration), else as parse_state reads it.
  [[nodiscard]] workflow::StateSpec state(const std::string& text) const;

 private:
  void read_configuration();
  void choose_environment();
  [[nodiscard]] pg::ConnectionUrl with_settings(pg::ConnectionUrl url) const;
  [[nodiscard]] std::filesystem::path configured(const std::optional<std::string>& flag,
                                                 const ConfiguredText& text) const;

  GlobalOptions options_;
  Output output_;
  std::optional<std::filesystem::path> file_;
  Configuration configuration_;
  Environment environment_;
  std::string environment_name_;
  EnvironmentSettings settings_;
};

// Throws the diagnostic as a UsageError.
[[noreturn]] void usage_error(const Diagnostic& diagnostic);

}  // namespace pgplumb::cli
