#include <algorithm>
#include <map>

#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

using Mappings = std::vector<TokenMapping>;
using Tokens = std::vector<Identifier>;

const TokenMapping* find(const Mappings& mappings, const std::string& token) {
  const auto found = std::find_if(mappings.begin(), mappings.end(),
                                  [&](const TokenMapping& one) { return one.token == token; });
  return found == mappings.end() ? nullptr : &*found;
}

SqlWriter alter_configuration(const ObjectId& id) {
  return SqlWriter("ALTER TEXT SEARCH CONFIGURATION").name(id.qualified_name());
}

// One statement for all tokens that go to the same dictionaries.
void map(const ObjectId& id, Words words, const Mappings& mappings, Actions& actions) {
  std::map<std::vector<QualifiedName>, Tokens> tokens;
  for (const TokenMapping& one : mappings) {
    tokens[one.dictionaries].push_back(Identifier(one.token));
  }
  for (const auto& [dictionaries, these] : tokens) {
    SqlWriter sql = alter_configuration(id);
    sql.keyword(words).list(these, [&](const Identifier& token) { sql.name(token); });
    sql.keyword("WITH").list(dictionaries, [&](const QualifiedName& name) { sql.name(name); });
    actions.add(Action::making(id).statement(sql));
  }
}

}  // namespace

Actions create(const ObjectId& id, const TextSearchConfiguration& desired, const Scope&) {
  SqlWriter sql("CREATE TEXT SEARCH CONFIGURATION");
  sql.name(id.qualified_name()).open().keyword("PARSER =").name(desired.parser).close();
  Actions actions;
  actions.add(Action::making(id).statement(sql));
  map(id, "ADD MAPPING FOR", desired.mappings, actions);
  return actions;
}

Actions drop(const ObjectId& id, const TextSearchConfiguration&, const Scope&) {
  return drop_named("TEXT SEARCH CONFIGURATION", id);
}

Actions alter(const ObjectId& id, const TextSearchConfiguration& current,
              const TextSearchConfiguration& desired,
              const Changed<TextSearchConfiguration>& changed, const Scope&) {
  if (changed.has<&TextSearchConfiguration::parser>()) return Actions::replacement();
  Actions actions;
  Tokens gone;
  for (const TokenMapping& one : current.mappings) {
    if (find(desired.mappings, one.token) == nullptr) gone.push_back(Identifier(one.token));
  }
  if (!gone.empty()) {
    SqlWriter sql = alter_configuration(id);
    sql.keyword("DROP MAPPING FOR").list(gone, [&](const Identifier& token) { sql.name(token); });
    actions.add(Action::making(id).statement(sql));
  }
  Mappings added;
  Mappings altered;
  for (const TokenMapping& one : desired.mappings) {
    const TokenMapping* before = find(current.mappings, one.token);
    if (before == nullptr) added.push_back(one);
    if (before != nullptr && before->dictionaries != one.dictionaries) altered.push_back(one);
  }
  map(id, "ALTER MAPPING FOR", altered, actions);
  map(id, "ADD MAPPING FOR", added, actions);
  return actions;
}

Actions rename(const ObjectId& before, const ObjectId& after, const TextSearchConfiguration&,
               const Scope&) {
  return rename_in_namespace("TEXT SEARCH CONFIGURATION", before, after);
}

}  // namespace pgplumb::diff
