// pgplumb.yaml.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "migrations/history.hpp"
#include "migrations/status.hpp"

namespace pgplumb::cli {

// A value that may hold ${VARIABLES}: they are replaced when it is used, so that an environment
// that is not chosen needs none.
struct ConfiguredText {
  std::string text;
  SourceSpan span;
};

struct EnvironmentSettings {
  std::optional<ConfiguredText> url;
  std::optional<bool> is_protected;  // not said: decided by the look of the URL
  bool require_verify = false;
  std::optional<std::string> lock_timeout;  // as PostgreSQL writes times
  std::optional<std::string> statement_timeout;
  std::optional<std::string> batch_pause;  // between the batches of "repeat until 0 rows"
  std::optional<int> lock_attempts;
  // libpq's keywords (sslmode, sslrootcert, sslcert, sslkey, connect_timeout) and what they are set
  // to; they come before those of the URL.
  std::map<std::string, ConfiguredText> connection;
  std::optional<ConfiguredText> password_file;
  std::optional<std::string> role;       // what the session is SET ROLE to
  std::vector<std::string> search_path;  // empty: the server's own
  std::vector<std::string> ignore;       // patterns, beside the general ones
};

struct Configuration {
  std::filesystem::path folder;  // relative paths start here; "" is the working folder
  ConfiguredText schema{"schema", {}};
  ConfiguredText migrations{"migrations", {}};
  ConfiguredText seeds{"seeds", {}};
  std::string default_environment;  // "" = none
  std::map<std::string, EnvironmentSettings, std::less<>> environments;
  migrations::HistoryTable history;
  migrations::HistoryPolicies policies;
  std::vector<std::string> ignore;  // patterns of objects that no comparison looks at
  std::vector<std::string> allow;   // hazards that generate accepts
};

// Problems (unknown keys, wrong types, no YAML) go to `diagnostics`, with their positions; what
// was understood is returned.
[[nodiscard]] Configuration parse_configuration(const std::shared_ptr<const SourceText>& source,
                                                Diagnostics& diagnostics);

// "5s", "10min", "500", "0": what PostgreSQL takes for a time setting.
[[nodiscard]] bool is_duration(const std::string& text);

}  // namespace pgplumb::cli
