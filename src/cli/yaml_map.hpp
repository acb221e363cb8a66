// Reading YAML strictly: every key is known, every value has the wanted type, every problem has a
// place.
#pragma once

#include <yaml-cpp/yaml.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"

namespace pgplumb::cli {

class YamlReader {
 public:
  using Handler = std::function<void(const YAML::Node&)>;
  using Keys = std::vector<std::pair<std::string_view, Handler>>;

  YamlReader(std::shared_ptr<const SourceText> source, Diagnostics& diagnostics);

  // A null node when it is no YAML.
  [[nodiscard]] YAML::Node load();

  // Calls the handler of each key; `what` is how a message names the map ("environment local").
  void read_map(const YAML::Node& node, const std::string& what, const Keys& keys);
  // Any keys.
  void read_entries(const YAML::Node& node, const std::string& what,
                    const std::function<void(const std::string&, const YAML::Node&)>& visit);

  // A problem is reported, and the answer is nothing.
  [[nodiscard]] std::optional<std::string> text(const YAML::Node& node);
  [[nodiscard]] std::optional<bool> boolean(const YAML::Node& node);
  // A list of texts, or one text.
  [[nodiscard]] std::vector<std::string> texts(const YAML::Node& node);

  void problem(const YAML::Node& node, std::string message);
  [[nodiscard]] SourceSpan span_of(const YAML::Node& node) const;

 private:
  [[nodiscard]] SourceSpan span_at(const YAML::Mark& mark) const;

  std::shared_ptr<const SourceText> source_;
  std::size_t text_begin_;  // behind a byte order mark
  Diagnostics& diagnostics_;
  YAML::Mark key_ = YAML::Mark::null_mark();  // of the value in progress
};

}  // namespace pgplumb::cli
