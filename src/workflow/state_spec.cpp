#include <filesystem>
#include <string>

#include "workflow/state.hpp"

namespace pgplumb::workflow {
namespace {

constexpr std::string_view kSchema = "schema:";
constexpr std::string_view kMigrations = "migrations:";

MigrationsState migrations_state(std::string_view rest) {
  const std::size_t at = rest.rfind('@');
  if (at == std::string_view::npos) return {std::filesystem::path(rest), std::nullopt};
  return {std::filesystem::path(rest.substr(0, at)), std::string(rest.substr(at + 1))};
}

bool looks_like_connection(std::string_view text) {
  return text.starts_with("postgres://") || text.starts_with("postgresql://") ||
         text.find('=') != std::string_view::npos;
}

}  // namespace

Result<StateSpec> parse_state(std::string_view text) {
  if (text.starts_with(kSchema)) {
    return StateSpec(SchemaState{std::filesystem::path(text.substr(kSchema.size()))});
  }
  if (text.starts_with(kMigrations)) {
    return StateSpec(migrations_state(text.substr(kMigrations.size())));
  }
  if (looks_like_connection(text)) {
    auto url = pg::ConnectionUrl::parse(text);
    if (!url) return url.error();
    return StateSpec(LiveState{std::move(url).value()});
  }
  std::error_code ignored;
  if (!text.empty() && std::filesystem::exists(std::filesystem::path(text), ignored)) {
    return StateSpec(SchemaState{std::filesystem::path(text)});
  }
  return Diagnostic{DiagnosticCode::configuration,
                    "\"" + printable(pg::mask_secrets(text)) +
                        "\" is no state; write schema:PATH, migrations:FOLDER[@VERSION] or a "
                        "postgresql:// URL",
                    {},
                    {}};
}

}  // namespace pgplumb::workflow
