#include "workflow/surroundings.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/letters.hpp"
#include "workflow/names_in_text.hpp"
#include "workflow/roles.hpp"

namespace pgplumb::workflow {
namespace {

std::set<std::string> live_namespaces(pg::Session& session) {
  std::set<std::string> names;
  const auto rows = session.query(
      "select nspname from pg_catalog.pg_namespace "
      "where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')");
  for (const pg::Row row : rows) names.insert(row.string(0));
  return names;
}

bool uses(const Catalog& text, const std::string& name) {
  return std::any_of(text.objects().begin(), text.objects().end(),
                     [&](const auto& entry) { return entry.first.space == name; });
}

// What the literals of dates, times and intervals mean. Files that set one for the database or a
// role are built with it.
constexpr std::array kFormats = {"TimeZone", "DateStyle", "IntervalStyle"};

}  // namespace

void learn_server(Surroundings& surroundings, pg::Session& session, const SqlFiles& files) {
  surroundings.formats.clear();
  for (const char* setting : kFormats) {
    const bool own =
        std::any_of(files.files.begin(), files.files.end(), [&](const migrations::Source& file) {
          return may_set_default(file->text(), lowered(std::string_view(setting)));
        });
    if (!own) surroundings.formats.emplace_back(setting, session.parameter_status(setting));
  }
  surroundings.roles = roles_beside(session.url(), files);
  surroundings.all_roles = roles_of(session.url());
}

Surroundings surroundings_of(const CompareInput& input) {
  Surroundings surroundings;
  surroundings.search_path = input.search_path;
  surroundings.pinned_path = input.search_path != SearchPath{"public"};
  return surroundings;
}

Surroundings surroundings_of(const CompareInput& input, pg::Session& session,
                             const SqlFiles& files) {
  Surroundings surroundings = surroundings_of(input);
  learn_server(surroundings, session, files);
  std::set<std::string> namespaces = live_namespaces(session);
  std::set<std::string> known = namespaces;
  std::set<std::string> made = {"public"};
  bool own_path = surroundings.pinned_path;
  bool own_names = true;
  for (const migrations::Source& file : files.files) {
    own_path = own_path || may_set_default(file->text(), "search_path");
    const auto created = created_namespaces(file->text());
    own_names = own_names && created.has_value();
    if (!created) continue;
    known.insert(created->begin(), created->end());
    made.insert(created->begin(), created->end());
    for (const std::string& name : *created) namespaces.erase(name);
    // What was there before the first file has its former name there.
    for (const auto& [before, after] : renamed_namespaces(file->text())) {
      const bool is_there = namespaces.erase(after) > 0;
      if (is_there && !made.contains(before)) namespaces.insert(before);
      made.insert(after);
    }
  }
  if (own_names) surroundings.namespaces.assign(namespaces.begin(), namespaces.end());
  if (own_path) return surroundings;
  const std::string setting =
      session.query("select pg_catalog.current_setting('search_path')").front().string(0);
  surroundings.search_path = read_search_path(setting, session.user());
  // "$user" is in every path, and a namespace of that name in hardly any database.
  if (!known.contains(session.user())) {
    std::erase(surroundings.search_path, session.user());
  }
  return surroundings;
}

void adopt_namespaces(Catalog& text, const Catalog& live, const Surroundings& surroundings) {
  for (const std::string& name : surroundings.namespaces) {
    const ObjectId id = object_id(ObjectKind::namespace_, Identifier(name));
    const Object* object = live.find(id);
    if (object == nullptr || !uses(text, name)) {
      text.erase_with_parts(id);
      continue;
    }
    text.put(id, *object);
    for (const ObjectId& fact : live.about(id)) {
      if (!text.contains(fact)) text.put(fact, *live.find(fact));
    }
  }
}

}  // namespace pgplumb::workflow
