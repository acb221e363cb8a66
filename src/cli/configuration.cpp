#include "cli/configuration.hpp"

#include <algorithm>
#include <array>

#include "cli/yaml_map.hpp"
#include "diff/hazard.hpp"
#include "workflow/names_in_text.hpp"

namespace pgplumb::cli {
namespace {

class Reader {
 public:
  Reader(const std::shared_ptr<const SourceText>& source, Diagnostics& diagnostics)
      : yaml_(source, diagnostics) {}

  Configuration read() {
    const YAML::Node root = yaml_.load();
    if (root.IsNull() || !root.IsDefined()) return std::move(configuration_);
    yaml_.read_map(root, "the configuration",
                   {{"schema", into(configuration_.schema)},
                    {"migrations", into(configuration_.migrations)},
                    {"seeds", into(configuration_.seeds)},
                    {"default_environment", [&](const auto& node) { default_environment(node); }},
                    {"environments", [&](const auto& node) { environments(node); }},
                    {"history", [&](const auto& node) { history(node); }},
                    {"ignore", into(configuration_.ignore)},
                    {"generate", [&](const auto& node) { generate(node); }}});
    check_default_environment();
    return std::move(configuration_);
  }

 private:
  YamlReader::Handler into(ConfiguredText& value) {
    return [this, &value](const YAML::Node& node) {
      if (auto text = yaml_.text(node)) value = {std::move(*text), yaml_.span_of(node)};
    };
  }
  YamlReader::Handler into(std::optional<ConfiguredText>& value) {
    return [this, &value](const YAML::Node& node) {
      if (auto text = yaml_.text(node)) value = {std::move(*text), yaml_.span_of(node)};
    };
  }
  YamlReader::Handler into(std::string& value) {
    return [this, &value](const YAML::Node& node) {
      if (auto text = yaml_.text(node)) value = std::move(*text);
    };
  }
  YamlReader::Handler into(std::vector<std::string>& value) {
    return [this, &value](const YAML::Node& node) { value = yaml_.texts(node); };
  }
  YamlReader::Handler duration_into(std::optional<std::string>& value) {
    return [this, &value](const YAML::Node& node) {
      auto text = yaml_.text(node);
      if (text && !is_duration(*text)) {
        yaml_.problem(node, "\"" + printable(*text) + "\" is no time; write 500ms, 5s, 10min or 0");
      } else {
        value = std::move(text);
      }
    };
  }
  // `allowed`: the word for what is no error.
  YamlReader::Handler into(migrations::Policy& value, const char* allowed = "ignore") {
    return [this, &value, allowed](const YAML::Node& node) {
      const auto text = yaml_.text(node);
      if (!text) return;
      const bool ignore = *text == "ignore" || *text == "run";
      if (!ignore && *text != "error") {
        return yaml_.problem(
            node, "\"" + printable(*text) + "\" is no policy; write error or " + allowed);
      }
      value = ignore ? migrations::Policy::ignore : migrations::Policy::error;
    };
  }

  void default_environment(const YAML::Node& node) {
    if (auto text = yaml_.text(node)) configuration_.default_environment = std::move(*text);
    default_place_ = node;
  }

  void environments(const YAML::Node& node) {
    if (node.IsNull()) return;
    yaml_.read_entries(node, "environments", [&](const std::string& name, const YAML::Node& value) {
      environment(name, value);
    });
  }

  void environment(const std::string& name, const YAML::Node& node) {
    EnvironmentSettings& own = configuration_.environments[name];
    if (node.IsNull()) return;
    yaml_.read_map(
        node, "environment " + printable(name),
        {{"url", into(own.url)},
         {"protected", [&](const auto& value) { own.is_protected = yaml_.boolean(value); }},
         {"require_verify",
          [&](const auto& value) { own.require_verify = yaml_.boolean(value).value_or(false); }},
         {"lock_timeout", duration_into(own.lock_timeout)},
         {"statement_timeout", duration_into(own.statement_timeout)},
         {"batch_pause", duration_into(own.batch_pause)},
         {"lock_attempts", [&](const auto& value) { attempts(own, value); }},
         {"password_file", into(own.password_file)},
         {"role", [&](const auto& value) { own.role = yaml_.text(value); }},
         {"sslmode", connection_into(own, "sslmode")},
         {"sslrootcert", connection_into(own, "sslrootcert")},
         {"sslcert", connection_into(own, "sslcert")},
         {"sslkey", connection_into(own, "sslkey")},
         {"connect_timeout", connection_into(own, "connect_timeout")},
         {"search_path", [&](const auto& value) { search_path(own, value); }},
         {"ignore", into(own.ignore)}});
  }

  // A list of names as they are, or one text as the setting is written: "app, public".
  void search_path(EnvironmentSettings& settings, const YAML::Node& node) {
    settings.search_path = yaml_.texts(node);
    if (!node.IsScalar() || settings.search_path.empty()) return;
    settings.search_path = workflow::read_search_path(settings.search_path.front(), "$user");
  }

  YamlReader::Handler connection_into(EnvironmentSettings& settings, const char* keyword) {
    return [this, &settings, keyword](const YAML::Node& node) {
      if (auto text = yaml_.text(node)) {
        settings.connection[keyword] = {std::move(*text), yaml_.span_of(node)};
      }
    };
  }

  void attempts(EnvironmentSettings& settings, const YAML::Node& node) {
    const auto text = yaml_.text(node);
    if (!text) return;
    constexpr std::size_t kMostDigits = 4;
    const bool number = !text->empty() && text->size() <= kMostDigits && *text != "0" &&
                        text->find_first_not_of("0123456789") == std::string::npos;
    if (!number) return yaml_.problem(node, "a number from 1 on is expected here");
    settings.lock_attempts = std::stoi(*text);
  }

  void history(const YAML::Node& node) {
    yaml_.read_map(node, "history",
                   {{"schema", into(configuration_.history.space)},
                    {"table", [&](const auto& value) { history_table(value); }},
                    {"late", into(configuration_.policies.late, "run")},
                    {"changed", into(configuration_.policies.changed)},
                    {"missing", into(configuration_.policies.missing)},
                    {"foreign", into(configuration_.policies.foreign)},
                    {"programs", into(configuration_.policies.programs)}});
    check_name(node, configuration_.history.space);
    // The log's name is four bytes longer.
    check_name(node, configuration_.history.table + "_log");
  }

  // A name that was asked for is the only one.
  void history_table(const YAML::Node& node) {
    into(configuration_.history.table)(node);
    configuration_.history.second_table.clear();
  }

  void check_name(const YAML::Node& node, const std::string& name) {
    constexpr std::size_t kLongestName = 63;
    if (name.empty() || name == "_log" || name.size() > kLongestName) {
      yaml_.problem(node, "the history's schema and table need names of at most 63 and 59 bytes");
    }
  }

  void generate(const YAML::Node& node) {
    yaml_.read_map(node, "generate", {{"allow", [&](const auto& value) { allow(value); }}});
  }

  void allow(const YAML::Node& node) {
    configuration_.allow = yaml_.texts(node);
    for (const std::string& text : configuration_.allow) {
      diff::AllowedHazards allowed;
      if (!allowed.allow(text)) yaml_.problem(node, "\"" + printable(text) + "\" names no hazard");
    }
  }

  void check_default_environment() {
    const std::string& name = configuration_.default_environment;
    if (name.empty() || configuration_.environments.contains(name)) return;
    yaml_.problem(default_place_, "there is no environment \"" + printable(name) + "\"");
  }

  YamlReader yaml_;
  Configuration configuration_;
  YAML::Node default_place_;
};

}  // namespace

bool is_duration(const std::string& text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  constexpr std::size_t kMostDigits = 9;
  if (digits == 0 || digits > kMostDigits) return false;
  const std::string unit = text.substr(digits);
  static constexpr std::array kUnits = {"", "ms", "s", "min", "h", "d"};
  return std::any_of(kUnits.begin(), kUnits.end(), [&](const char* one) { return unit == one; });
}

Configuration parse_configuration(const std::shared_ptr<const SourceText>& source,
                                  Diagnostics& diagnostics) {
  return Reader(source, diagnostics).read();
}

}  // namespace pgplumb::cli
