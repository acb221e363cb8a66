#include "cli/context.hpp"

#include <memory>
#include <utility>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "cli/connecting.hpp"
#include "cli/database_url.hpp"
#include "schema/quote.hpp"

namespace pgplumb::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFileName = "pgplumb.yaml";

OutputOptions output_options(const GlobalOptions& options) {
  OutputOptions output;
  output.color = !options.no_color && wants_color();
  output.quiet = options.quiet;
  output.verbose = options.verbose && !options.quiet;
  return output;
}

std::optional<fs::path> find_file(const GlobalOptions& options) {
  std::error_code ignored;
  if (!options.config) {
    return fs::exists(kFileName, ignored) ? std::optional<fs::path>(kFileName) : std::nullopt;
  }
  if (!fs::exists(*options.config, ignored) || fs::is_directory(*options.config, ignored)) {
    throw UsageError("--config: there is no file " + printable(*options.config));
  }
  return fs::path(*options.config);
}

std::string names_of(const Configuration& configuration) {
  std::string names;
  for (const auto& [name, settings] : configuration.environments) {
    names += (names.empty() ? "" : ", ") + printable(name);
  }
  return names;
}

// For libpq's "options": a blank or a backslash within a value needs a backslash.
std::string escaped(const std::string& value) {
  std::string text;
  for (const char c : value) {
    if (c == ' ' || c == '\\') text += '\\';
    text += c;
  }
  return text;
}

std::string option_value(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text += (text.empty() ? "" : ",") + escaped(quote_identifier(name));
  }
  return text;
}

// Set at the start of the session, so that RESET leads back to it.
pg::ConnectionUrl with_search_path(const pg::ConnectionUrl& url,
                                   const std::vector<std::string>& names) {
  if (names.empty()) return url;
  const std::string others = url.parameter("options");
  return url.with("options",
                  others + (others.empty() ? "" : " ") + "-c search_path=" + option_value(names));
}

// The same way: RESET ROLE leads back to it.
pg::ConnectionUrl with_role(const pg::ConnectionUrl& url, const std::optional<std::string>& role) {
  if (!role) return url;
  const std::string others = url.parameter("options");
  return url.with("options", others + (others.empty() ? "" : " ") + "-c role=" + escaped(*role));
}

}  // namespace

void usage_error(const Diagnostic& diagnostic) {
  const std::string place = diagnostic.span.label();
  throw UsageError((place.empty() ? "" : place + ": ") + diagnostic.message);
}

Context::Context(GlobalOptions options)
    : options_(std::move(options)),
      output_(output_options(options_)),
      file_(find_file(options_)),
      environment_(process_variables(),
                   dotenv_variables(file_ ? file_->parent_path() : fs::path())) {
  read_configuration();
  choose_environment();
}

void Context::read_configuration() {
  if (!file_) return;
  const auto source = std::make_shared<const SourceText>(file_->string(), read_file(*file_));
  Diagnostics diagnostics;
  if (!is_utf8(source->text())) {
    diagnostics.add(DiagnosticCode::configuration, "the file is not UTF-8",
                    {source, first_invalid_utf8(source->text()), 0});
  } else {
    configuration_ = parse_configuration(source, diagnostics);
  }
  configuration_.folder = file_->parent_path();
  if (diagnostics.empty()) return;
  output_.diagnostics(diagnostics);
  throw UsageError("the configuration can't be used");
}

void Context::choose_environment() {
  environment_name_ = options_.environment.value_or(configuration_.default_environment);
  if (environment_name_.empty()) return;
  const auto found = configuration_.environments.find(environment_name_);
  if (found == configuration_.environments.end()) {
    throw UsageError("there is no environment \"" + printable(environment_name_) + "\" in " +
                     (file_ ? printable(file_->string()) : "pgplumb.yaml (no such file here)") +
                     "; there are " +
                     (configuration_.environments.empty() ? "none" : names_of(configuration_)));
  }
  settings_ = found->second;
}

fs::path Context::configured(const std::optional<std::string>& flag,
                             const ConfiguredText& text) const {
  if (flag) return *flag;
  const auto expanded = expand(text.text, environment_, text.span);
  if (!expanded) usage_error(expanded.error());
  // An absolute path replaces the folder.
  return configuration_.folder / *expanded;
}

fs::path Context::migrations_folder() const {
  return configured(options_.migrations, configuration_.migrations);
}
fs::path Context::schema_path() const { return configured(options_.schema, configuration_.schema); }
fs::path Context::seeds_folder() const { return configured(std::nullopt, configuration_.seeds); }

pg::ConnectionUrl Context::database() const {
  DatabaseSources sources;
  sources.flag = options_.url;
  sources.settings = environment_name_.empty() ? nullptr : &settings_;
  sources.environment_name = environment_name_;
  if (environment_name_.empty()) sources.choices = names_of(configuration_);
  sources.environment_was_named = options_.environment.has_value();
  auto url = choose_database(sources, environment_);
  if (!url) usage_error(url.error());
  return with_role(with_search_path(with_settings(*url), settings_.search_path), settings_.role);
}

// What the environment's settings say beside the URL; a URL from elsewhere has its own.
pg::ConnectionUrl Context::with_settings(pg::ConnectionUrl url) const {
  if (options_.url) return url;
  for (const auto& [keyword, text] : settings_.connection) {
    const auto value = expand(text.text, environment_, text.span);
    if (!value) usage_error(value.error());
    const std::string wrong = pg::ConnectionUrl::wrong_value(keyword, *value);
    if (!wrong.empty()) {
      usage_error({DiagnosticCode::configuration, wrong, text.span, {}});
    }
    url = url.with(keyword, *value);
  }
  if (!settings_.password_file || url.has_password()) return url;
  const ConfiguredText& file = *settings_.password_file;
  const auto path = expand(file.text, environment_, file.span);
  if (!path) usage_error(path.error());
  const auto password = read_secret((configuration_.folder / *path).string(), file.span);
  if (!password) usage_error(password.error());
  return url.with("password", *password);
}

pg::Session Context::connect() {
  const pg::ConnectionUrl url = database();
  if (!options_.wait) return pg::Session(url);
  const auto limit = parse_wait(*options_.wait);
  if (!limit)
    throw UsageError("--wait: \"" + printable(*options_.wait) +
                     "\" is no time; write 500ms, 30s, 10min or 1h");
  return connect_patiently(url, *limit, output_);
}

bool Context::is_protected(const pg::Session& session) const {
  if (settings_.is_protected) return *settings_.is_protected;
  // What the URL leaves open, libpq filled in.
  return looks_like_production(
      session.url().with("host", session.host()).with_database(session.database()));
}

workflow::Scratch Context::scratch(bool offline) const {
  scratch::ScratchOptions options;
  options.url = options_.scratch ? options_.scratch : environment_.get("PGPLUMB_SCRATCH_URL");
  return {std::move(options), !offline};
}

workflow::CompareInput Context::compare_input(bool offline) const {
  workflow::CompareInput input;
  input.history = configuration_.history;
  input.ignored_objects = configuration_.ignore;
  input.ignored_objects.insert(input.ignored_objects.end(), settings_.ignore.begin(),
                               settings_.ignore.end());
  input.ask_server = !offline;
  input.confirm = !offline;
  if (!settings_.search_path.empty()) input.search_path = settings_.search_path;
  return input;
}

migrations::RunnerOptions Context::runner_options() const {
  migrations::RunnerOptions options;
  if (settings_.lock_timeout) options.lock_timeout = *settings_.lock_timeout;
  if (settings_.statement_timeout) options.statement_timeout = *settings_.statement_timeout;
  if (settings_.lock_attempts) options.lock_attempts = *settings_.lock_attempts;
  // PostgreSQL's way of writing times: a bare number counts milliseconds.
  if (settings_.batch_pause) {
    const bool bare = settings_.batch_pause->find_first_not_of("0123456789") == std::string::npos;
    options.pause_between_batches = *parse_wait(*settings_.batch_pause + (bare ? "ms" : ""));
  }
  return options;
}

workflow::StateSpec Context::state(const std::string& text) const {
  if (text == "schema") return workflow::SchemaState{schema_path()};
  if (text == "migrations") return workflow::MigrationsState{migrations_folder(), std::nullopt};
  if (text == "live") return workflow::LiveState{database()};
  auto spec = workflow::parse_state(text);
  if (!spec) usage_error(spec.error());
  return std::move(spec).value();
}

}  // namespace pgplumb::cli
