#include "cli/database_url.hpp"

#include <array>
#include <cctype>
#include <string_view>
#include <utility>

#include "cli/configuration_problem.hpp"

namespace pgplumb::cli {
namespace {

struct VariableOfKeyword {
  const char* variable;
  const char* keyword;
};

constexpr std::array kOtherVariables = {
    VariableOfKeyword{"DB_HOST", "host"}, VariableOfKeyword{"DB_PORT", "port"},
    VariableOfKeyword{"DB_NAME", "dbname"}, VariableOfKeyword{"DB_USER", "user"},
    VariableOfKeyword{"DB_PASSWORD", "password"}};

// libpq's own list, as far as it decides where and how to connect.
constexpr std::array kLibpqVariables = {VariableOfKeyword{"PGHOST", "host"},
                                        VariableOfKeyword{"PGHOSTADDR", "hostaddr"},
                                        VariableOfKeyword{"PGPORT", "port"},
                                        VariableOfKeyword{"PGDATABASE", "dbname"},
                                        VariableOfKeyword{"PGUSER", "user"},
                                        VariableOfKeyword{"PGPASSWORD", "password"},
                                        VariableOfKeyword{"PGPASSFILE", "passfile"},
                                        VariableOfKeyword{"PGSERVICE", "service"},
                                        VariableOfKeyword{"PGOPTIONS", "options"},
                                        VariableOfKeyword{"PGSSLMODE", "sslmode"},
                                        VariableOfKeyword{"PGSSLROOTCERT", "sslrootcert"},
                                        VariableOfKeyword{"PGSSLCERT", "sslcert"},
                                        VariableOfKeyword{"PGSSLKEY", "sslkey"},
                                        VariableOfKeyword{"PGCONNECT_TIMEOUT", "connect_timeout"}};

template <std::size_t N>
pg::ConnectionUrl::Parameters values_of(const std::array<VariableOfKeyword, N>& variables,
                                        const Environment& environment) {
  pg::ConnectionUrl::Parameters parameters;
  for (const auto& [variable, keyword] : variables) {
    if (const auto value = environment.get(variable)) parameters[keyword] = *value;
  }
  return parameters;
}

pg::ConnectionUrl with_dotenv(pg::ConnectionUrl url, const Environment& environment) {
  for (const auto& [variable, keyword] : kLibpqVariables) {
    if (!environment.only_in_file(variable) || !url.parameter(keyword).empty()) continue;
    url = url.with(keyword, *environment.get(variable));
  }
  return url;
}

// Says where a text that is no URL came from.
Result<pg::ConnectionUrl> parse(const std::string& text, const std::string& where,
                                const SourceSpan& span = {}) {
  auto url = pg::ConnectionUrl::parse(text);
  if (url) return url;
  return configuration_problem(where + ": " + url.error().message, span);
}

Result<pg::ConnectionUrl> of_environment_settings(const DatabaseSources& sources,
                                                  const Environment& environment) {
  const ConfiguredText& configured = *sources.settings->url;
  const auto text = expand(configured.text, environment, configured.span);
  if (!text) return text.error();
  if (text->empty()) {
    return configuration_problem("the environment " + printable(sources.environment_name) +
                                     " has no url: " + printable(configured.text) + " is empty",
                                 configured.span);
  }
  return parse(*text, "the url of environment " + printable(sources.environment_name),
               configured.span);
}

// Whether the default environment's url holds anything, so that DATABASE_URL can follow.
bool has_url(const DatabaseSources& sources, const Environment& environment) {
  if (sources.settings == nullptr || !sources.settings->url) return false;
  if (sources.environment_was_named) return true;
  const auto text = expand(sources.settings->url->text, environment, {});
  return !text || !text->empty();
}

Result<pg::ConnectionUrl> choose(const DatabaseSources& sources, const Environment& environment) {
  if (sources.flag) return parse(*sources.flag, "--url");
  if (has_url(sources, environment)) return of_environment_settings(sources, environment);
  if (const auto text = environment.get("DATABASE_URL")) return parse(*text, "DATABASE_URL");
  if (auto values = values_of(kOtherVariables, environment); !values.empty()) {
    return pg::ConnectionUrl::from_parameters(values);
  }
  if (auto values = values_of(kLibpqVariables, environment); !values.empty()) {
    return pg::ConnectionUrl::from_parameters(values);
  }
  if (!sources.choices.empty()) {
    return configuration_problem(
        "no database: choose an environment with --env (" + sources.choices +
        ") or with default_environment in pgplumb.yaml, set DATABASE_URL, or give --url "
        "postgresql://…");
  }
  return configuration_problem(
      "no database: set DATABASE_URL, give --url postgresql://…, or set the url of an environment "
      "in pgplumb.yaml");
}

}  // namespace

Result<pg::ConnectionUrl> choose_database(const DatabaseSources& sources,
                                          const Environment& environment) {
  auto url = choose(sources, environment);
  if (!url) return url;
  return with_dotenv(std::move(url).value(), environment);
}

bool looks_like_production(const pg::ConnectionUrl& url) {
  // A socket's folder says nothing about what the database is for.
  const std::string host = url.host().starts_with('/') ? "" : url.host();
  const std::string text = host + " " + url.database() + " ";
  std::string word;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalpha(byte) != 0) {
      word += static_cast<char>(std::tolower(byte));
      continue;
    }
    if (word == "prod" || word == "production" || word == "prd") return true;
    word.clear();
  }
  return false;
}

}  // namespace pgplumb::cli
