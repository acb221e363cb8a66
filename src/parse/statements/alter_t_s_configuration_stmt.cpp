// ALTER TEXT SEARCH CONFIGURATION … ADD, ALTER, DROP MAPPING.
#include <algorithm>

#include "parse/statements.hpp"
#include "parse/text_search.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

using Names = std::vector<QualifiedName>;
using Mappings = std::vector<TokenMapping>;

Names dictionaries_of(const ::List* written, const Replay& replay) {
  Names names;
  for (const ::List* name : sql::items<::List>(written)) {
    names.push_back(
        text_search_name(ObjectKind::text_search_dictionary, sql::strings_of(name), replay));
  }
  return names;
}

bool is_among(const std::vector<std::string>& tokens, const TokenMapping& mapping) {
  return std::find(tokens.begin(), tokens.end(), mapping.token) != tokens.end();
}

void set(Mappings& mappings, const std::vector<std::string>& tokens, const Names& dictionaries) {
  std::erase_if(mappings, [&](const TokenMapping& one) { return is_among(tokens, one); });
  for (const std::string& token : tokens) mappings.push_back({token, dictionaries});
  std::sort(mappings.begin(), mappings.end(),
            [](const TokenMapping& a, const TokenMapping& b) { return a.token < b.token; });
}

// `both`: the dictionary to replace and its replacement. No tokens: in all mappings.
void replace(Mappings& mappings, const std::vector<std::string>& tokens, const Names& both) {
  if (both.size() != 2) return;
  for (TokenMapping& mapping : mappings) {
    if (!tokens.empty() && !is_among(tokens, mapping)) continue;
    std::replace(mapping.dictionaries.begin(), mapping.dictionaries.end(), both[0], both[1]);
  }
}

}  // namespace

void lower(const ::AlterTSConfigurationStmt& statement, Replay& replay) {
  const ObjectId id = object_id(ObjectKind::text_search_configuration,
                                text_search_name(ObjectKind::text_search_configuration,
                                                 sql::strings_of(statement.cfgname), replay));
  auto* configuration = replay.model().get<TextSearchConfiguration>(id);
  if (configuration == nullptr) {
    return replay.unresolved("text search configuration", written(statement.cfgname));
  }
  const std::vector<std::string> tokens = sql::strings_of(statement.tokentype);
  const Names dictionaries = dictionaries_of(statement.dicts, replay);
  if (statement.replace) {
    replace(configuration->mappings, tokens, dictionaries);
  } else if (statement.dicts != nullptr) {
    set(configuration->mappings, tokens, dictionaries);
  } else {
    std::erase_if(configuration->mappings,
                  [&](const TokenMapping& one) { return is_among(tokens, one); });
  }
  replay.touch(id);
}

}  // namespace pgplumb::parse
