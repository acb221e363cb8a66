#include "cli/yaml_map.hpp"

#include <algorithm>
#include <set>

namespace pgplumb::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string list_of(const YamlReader::Keys& keys) {
  std::string text;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (i > 0) text += i + 1 == keys.size() ? " and " : ", ";
    text += keys[i].first;
  }
  return text;
}

}  // namespace

YamlReader::YamlReader(std::shared_ptr<const SourceText> source, Diagnostics& diagnostics)
    : source_(std::move(source)),
      text_begin_(source_->text().starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0),
      diagnostics_(diagnostics) {}

YAML::Node YamlReader::load() {
  try {
    return YAML::Load(std::string(source_->text().substr(text_begin_)));
  } catch (const YAML::ParserException& error) {
    diagnostics_.add(DiagnosticCode::configuration, "this is not YAML: " + printable(error.msg),
                     span_at(error.mark));
    return {};
  }
}

void YamlReader::read_entries(
    const YAML::Node& node, const std::string& what,
    const std::function<void(const std::string&, const YAML::Node&)>& visit) {
  if (!node.IsMap()) return problem(node, what + " needs keys with values");
  std::set<std::string> seen;
  for (const auto& entry : node) {
    if (!entry.first.IsScalar()) {
      problem(entry.first, "a key of " + what + " is not a word");
    } else if (!seen.insert(entry.first.Scalar()).second) {
      problem(entry.first, "the key \"" + printable(entry.first.Scalar()) + "\" is given twice");
    } else {
      visit(entry.first.Scalar(), entry.second);
    }
  }
}

void YamlReader::read_map(const YAML::Node& node, const std::string& what, const Keys& keys) {
  if (!node.IsMap()) return problem(node, what + " needs keys with values: " + list_of(keys));
  std::set<std::string> seen;
  for (const auto& entry : node) {
    const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : "";
    const auto known =
        std::find_if(keys.begin(), keys.end(), [&](const auto& one) { return one.first == key; });
    if (known == keys.end()) {
      problem(entry.first,
              "unknown key \"" + printable(key) + "\" in " + what + "; there are " + list_of(keys));
    } else if (!seen.insert(key).second) {
      problem(entry.first, "the key \"" + key + "\" is given twice");
    } else {
      key_ = entry.first.Mark();
      known->second(entry.second);
    }
  }
}

std::optional<std::string> YamlReader::text(const YAML::Node& node) {
  if (node.IsScalar()) return node.Scalar();
  problem(node, node.IsNull() ? "a value is missing here" : "a single value is expected here");
  return std::nullopt;
}

std::optional<bool> YamlReader::boolean(const YAML::Node& node) {
  bool value = false;
  if (node.IsScalar() && YAML::convert<bool>::decode(node, value)) return value;
  problem(node, "true or false is expected here");
  return std::nullopt;
}

std::vector<std::string> YamlReader::texts(const YAML::Node& node) {
  std::vector<std::string> all;
  if (!node.IsSequence()) {
    if (auto one = text(node)) all.push_back(std::move(*one));
    return all;
  }
  for (const YAML::Node& item : node) {
    if (auto one = text(item)) all.push_back(std::move(*one));
  }
  return all;
}

void YamlReader::problem(const YAML::Node& node, std::string message) {
  diagnostics_.add(DiagnosticCode::configuration, std::move(message), span_of(node));
}

// A missing value is where the parser noticed, lines later; its key is the place to look at.
SourceSpan YamlReader::span_of(const YAML::Node& node) const {
  return span_at(node.IsNull() ? key_ : node.Mark());
}

SourceSpan YamlReader::span_at(const YAML::Mark& mark) const {
  if (mark.is_null()) return {source_, text_begin_, text_begin_};
  const std::size_t offset = text_begin_ + static_cast<std::size_t>(mark.pos);
  return {source_, offset, offset};
}

}  // namespace pgplumb::cli
