#include "cli/database_url.hpp"

#include <algorithm>
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

// Where two are for one keyword, the second one is meant.
constexpr std::array kOtherVariables = {
    VariableOfKeyword{"DB_HOST", "host"},        VariableOfKeyword{"DB_PORT", "port"},
    VariableOfKeyword{"DB_DATABASE", "dbname"},  VariableOfKeyword{"DB_NAME", "dbname"},
    VariableOfKeyword{"DB_USERNAME", "user"},    VariableOfKeyword{"DB_USER", "user"},
    VariableOfKeyword{"DB_PASSWORD", "password"}};

// Those that say which database is meant, and not only how to get in.
constexpr std::array kOtherPlaces = {"DB_HOST", "DB_NAME", "DB_DATABASE"};
constexpr std::array kLibpqPlaces = {"PGHOST", "PGHOSTADDR", "PGDATABASE", "PGSERVICE"};

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

template <std::size_t N>
bool any_in_process(const std::array<const char*, N>& names, const Environment& environment) {
  return std::any_of(names.begin(), names.end(),
                     [&](const char* name) { return environment.has_in_process(name); });
}

// "${NAME}" or "${NAME:-default}" of a variable that is set: then it is the environment that
// speaks.
bool is_set_variable(const std::string& text, const Environment& environment) {
  if (!text.starts_with("${") || text.find('}') != text.size() - 1) return false;
  const std::string_view inside = std::string_view(text).substr(2, text.size() - 3);
  return environment.get(inside.substr(0, inside.find(":-"))).has_value();
}

// What comes before every variable: --env, and a url that is a variable itself.
bool comes_first(const DatabaseSources& sources, const Environment& environment) {
  if (sources.settings == nullptr || !sources.settings->url) return false;
  return sources.environment_was_named || is_set_variable(sources.settings->url->text, environment);
}

// Whether the default environment's url holds anything.
bool has_url(const DatabaseSources& sources, const Environment& environment) {
  if (sources.settings == nullptr || !sources.settings->url) return false;
  const auto text = expand(sources.settings->url->text, environment, {});
  return !text || !text->empty();
}

Result<pg::ConnectionUrl> of_other_variables(const Environment& environment) {
  const auto parameters = values_of(kOtherVariables, environment);
  const auto port = parameters.find("port");
  if (port != parameters.end() &&
      port->second.find_first_not_of("0123456789") != std::string::npos) {
    return configuration_problem("DB_PORT: a port is a number up to 65535");
  }
  return pg::ConnectionUrl::from_parameters(parameters);
}

// DATABASE_URL, else DB_HOST and its siblings. Those of .env come behind everything that the
// process says about the place.
std::optional<Result<pg::ConnectionUrl>> of_variables(const Environment& environment) {
  const auto text = environment.get("DATABASE_URL");
  if (environment.has_in_process("DATABASE_URL")) return parse(*text, "DATABASE_URL");
  if (any_in_process(kOtherPlaces, environment)) return of_other_variables(environment);
  if (any_in_process(kLibpqPlaces, environment)) return std::nullopt;
  if (text) return parse(*text, "DATABASE_URL");
  const bool other = std::any_of(kOtherPlaces.begin(), kOtherPlaces.end(), [&](const char* name) {
    return environment.get(name).has_value();
  });
  return other ? std::optional(of_other_variables(environment)) : std::nullopt;
}

Result<pg::ConnectionUrl> choose(const DatabaseSources& sources, const Environment& environment) {
  if (sources.flag) return parse(*sources.flag, "--url");
  if (comes_first(sources, environment)) return of_environment_settings(sources, environment);
  if (auto url = of_variables(environment)) return std::move(*url);
  if (has_url(sources, environment)) return of_environment_settings(sources, environment);
  auto others = values_of(kOtherVariables, environment);
  if (!others.empty() && !any_in_process(kLibpqPlaces, environment)) {
    return of_other_variables(environment);
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
