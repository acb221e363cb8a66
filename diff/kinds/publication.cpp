#include <algorithm>
#include <string>
#include <vector>

#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

std::string published_events(const Publication& publication) {
  std::string events;
  const auto event = [&](bool has, const char* word) {
    if (!has) return;
    if (!events.empty()) events += ", ";
    events += word;
  };
  event(publication.publishes_insert, "insert");
  event(publication.publishes_update, "update");
  event(publication.publishes_delete, "delete");
  event(publication.publishes_truncate, "truncate");
  return events;
}

std::vector<std::string> options_of(const Publication& publication) {
  std::vector<std::string> options;
  options.push_back("publish=" + published_events(publication));
  options.push_back(std::string("publish_via_partition_root=") +
                    (publication.via_partition_root ? "true" : "false"));
  // Older servers have no such option, and then it is none.
  if (publication.generated_columns != PublishedGenerated::none) {
    options.emplace_back("publish_generated_columns=stored");
  }
  return options;
}

std::vector<std::string> other_than_usual(const Publication& publication) {
  const std::vector<std::string> usual = options_of(Publication{});
  std::vector<std::string> options = options_of(publication);
  std::erase_if(options, [&](const std::string& option) {
    return std::find(usual.begin(), usual.end(), option) != usual.end();
  });
  return options;
}

}  // namespace

// Its tables and schemas are added by statements of their own.
Actions create(const ObjectId& id, const Publication& desired, const Scope&) {
  SqlWriter sql("CREATE PUBLICATION");
  sql.name(Identifier(id.name)).keyword_if(desired.all_tables, "FOR ALL TABLES");
  const std::vector<std::string> options = other_than_usual(desired);
  if (!options.empty()) sql.keyword("WITH").options(options);
  return Action::making(id).statement(sql);
}

Actions drop(const ObjectId& id, const Publication&, const Scope&) {
  SqlWriter sql("DROP PUBLICATION");
  Action action = Action::dropping(id);
  return action.statement(sql.name(Identifier(id.name))).hazard(Hazard::stops_replication);
}

Actions alter(const ObjectId& id, const Publication& current, const Publication& desired,
              const Changed<Publication>& changed, const Scope&) {
  if (changed.has<&Publication::all_tables>()) return Actions::replacement();
  std::vector<std::string> options = options_of(desired);
  const bool no_longer = current.generated_columns != PublishedGenerated::none &&
                         desired.generated_columns == PublishedGenerated::none;
  if (no_longer) options.emplace_back("publish_generated_columns=none");
  SqlWriter sql("ALTER PUBLICATION");
  sql.name(Identifier(id.name)).keyword("SET").options(options);
  return Action::making(id).statement(sql);
}

Actions rename(const ObjectId& before, const ObjectId& after, const Publication&, const Scope&) {
  return rename_plain("PUBLICATION", before, after);
}

}  // namespace pgplumb::diff
