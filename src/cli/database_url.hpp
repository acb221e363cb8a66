// Which database is meant.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "cli/configuration.hpp"
#include "cli/environment.hpp"
#include "pg/connection_url.hpp"

namespace pgplumb::cli {

struct DatabaseSources {
  std::optional<std::string> flag;                // --url
  const EnvironmentSettings* settings = nullptr;  // the chosen environment; null when there is none
  std::string environment_name;
  bool environment_was_named = false;  // --env: its url and no other
  std::string choices;                 // names that --env could have; "" = none, or one is chosen
};

// The first that is there: --url; the url of --env; DATABASE_URL, DB_HOST and its siblings (a url
// of the default environment that is a variable itself, "${NAME}", counts as one of them and comes
// first); the default environment's url; PGHOST and its siblings. What it leaves open is filled in
// from PG* variables of .env; libpq knows those of the process. Variables of .env come behind what
// the process says about the place. The error says what to set.
[[nodiscard]] Result<pg::ConnectionUrl> choose_database(const DatabaseSources& sources,
                                                        const Environment& environment);

// Host or database with "prod" or "production" as a word: "shop_production", "db.prod.example".
[[nodiscard]] bool looks_like_production(const pg::ConnectionUrl& url);

}  // namespace pgplumb::cli
