#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

std::string name_of_option(const std::string& option) { return option.substr(0, option.find('=')); }

void write_option(SqlWriter& sql, const std::string& option) {
  sql.name(Identifier(name_of_option(option))).keyword("=");
  sql.literal(option.substr(option.find('=') + 1));
}

}  // namespace

Actions create(const ObjectId& id, const TextSearchDictionary& desired, const Scope&) {
  SqlWriter sql("CREATE TEXT SEARCH DICTIONARY");
  sql.name(id.qualified_name()).open().line(1).keyword("TEMPLATE =").name(desired.template_);
  for (const std::string& option : desired.options) write_option(sql.comma().line(1), option);
  return Action::making(id).statement(sql.line().close());
}

Actions drop(const ObjectId& id, const TextSearchDictionary&, const Scope&) {
  return drop_named("TEXT SEARCH DICTIONARY", id);
}

Actions alter(const ObjectId& id, const TextSearchDictionary& current,
              const TextSearchDictionary& desired, const Changed<TextSearchDictionary>& changed,
              const Scope&) {
  if (changed.has<&TextSearchDictionary::template_>()) return Actions::replacement();
  const OptionChanges changes = option_changes(current.options, desired.options);
  SqlWriter sql("ALTER TEXT SEARCH DICTIONARY");
  sql.name(id.qualified_name()).open();
  sql.list(changes.set, [&](const std::string& option) { write_option(sql, option); });
  if (!changes.set.empty() && !changes.reset.empty()) sql.comma();
  sql.list(changes.reset,
           [&](const std::string& option) { sql.name(Identifier(name_of_option(option))); });
  return Action::making(id).statement(sql.close());
}

Actions rename(const ObjectId& before, const ObjectId& after, const TextSearchDictionary&,
               const Scope&) {
  return rename_in_namespace("TEXT SEARCH DICTIONARY", before, after);
}

}  // namespace pgplumb::diff
