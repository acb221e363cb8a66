#include "parse/text_search.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "parse/options.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// The languages that PostgreSQL brings a stemmer for: "english_stem" and configuration "english".
constexpr auto kLanguages = std::to_array<std::string_view>(
    {"arabic",     "armenian",  "basque",   "catalan",    "danish",  "dutch",     "english",
     "estonian",   "finnish",   "french",   "german",     "greek",   "hindi",     "hungarian",
     "indonesian", "irish",     "italian",  "lithuanian", "nepali",  "norwegian", "polish",
     "portuguese", "esperanto", "romanian", "russian",    "serbian", "spanish",   "swedish",
     "tamil",      "turkish",   "yiddish"});

constexpr auto kTemplates =
    std::to_array<std::string_view>({"simple", "synonym", "ispell", "thesaurus", "snowball"});

bool is_language(std::string_view name) {
  return std::find(kLanguages.begin(), kLanguages.end(), name) != kLanguages.end();
}

bool is_builtin(ObjectKind kind, std::string_view name) {
  constexpr std::string_view kStem = "_stem";
  switch (kind) {
    case ObjectKind::text_search_parser: return name == "default";
    case ObjectKind::text_search_template:
      return std::find(kTemplates.begin(), kTemplates.end(), name) != kTemplates.end();
    case ObjectKind::text_search_dictionary:
      return name == "simple" ||
             (name.ends_with(kStem) && is_language(name.substr(0, name.size() - kStem.size())));
    default: return name == "simple" || is_language(name);
  }
}

// As snowball_create.sql makes them: words of Latin letters go to the language's stemmer, or to
// the English one where the language is written otherwise.
TextSearchConfiguration builtin_configuration(const std::string& language) {
  const auto dictionary = [](const std::string& name) { return qualified("pg_catalog", name); };
  const bool simple = language == "simple";
  const QualifiedName words = dictionary(simple ? "simple" : language + "_stem");
  const bool english = language == "russian" || language == "hindi";
  const QualifiedName latin_words = english ? dictionary("english_stem") : words;
  TextSearchConfiguration configuration;
  configuration.parser = dictionary("default");
  const auto add = [&](std::initializer_list<const char*> tokens, const QualifiedName& name) {
    for (const char* token : tokens) configuration.mappings.push_back({token, {name}});
  };
  add({"asciihword", "asciiword"}, latin_words);
  add({"email", "file", "float", "host"}, dictionary("simple"));
  add({"hword"}, words);
  add({"hword_asciipart"}, latin_words);
  add({"hword_numpart"}, dictionary("simple"));
  add({"hword_part"}, words);
  add({"int", "numhword", "numword", "sfloat", "uint", "url", "url_path", "version"},
      dictionary("simple"));
  add({"word"}, words);
  return configuration;
}

}  // namespace

QualifiedName text_search_name(ObjectKind kind, const std::vector<std::string>& names,
                               const Replay& replay) {
  if (names.empty()) return {};
  if (names.size() > 1) return qualified(names[names.size() - 2], names.back());
  if (is_builtin(kind, names[0])) return qualified("pg_catalog", names[0]);
  for (const std::string& space : replay.search_path()) {
    const QualifiedName name = qualified(space, names[0]);
    if (replay.catalog().contains(object_id(kind, name))) return name;
  }
  return qualified(extension_namespace(replay), names[0]);
}

std::optional<TextSearchConfiguration> text_search_configuration(const QualifiedName& name,
                                                                 const Replay& replay) {
  const auto* own = replay.catalog().get<TextSearchConfiguration>(
      object_id(ObjectKind::text_search_configuration, name));
  if (own != nullptr) return *own;
  const bool builtin = name.space.text() == "pg_catalog" &&
                       is_builtin(ObjectKind::text_search_configuration, name.name.text());
  if (!builtin) return std::nullopt;
  return builtin_configuration(name.name.text());
}

void set_dictionary_options(TextSearchDictionary& dictionary, const ::List* options) {
  auto& present = dictionary.options;
  for (const ::DefElem* option : sql::items<::DefElem>(options)) {
    const std::string name = sql::text_of(option->defname);
    if (name == "template") continue;
    std::erase_if(present, [&](const std::string& o) { return o.starts_with(name + "="); });
    if (option->arg != nullptr) present.push_back(name + "=" + option_value(*option));
  }
  std::sort(present.begin(), present.end());
}

}  // namespace pgplumb::parse
