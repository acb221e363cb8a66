#include "diff/body_path.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "diff/wording.hpp"
#include "diff/words.hpp"

namespace pgplumb::diff {
namespace {

// The server resolves all names of an SQL body, but only the types of a PL/pgSQL one.
enum class Resolved : std::uint8_t { nothing, types, all };

Resolved resolved_in(const std::string& language) {
  if (language == "sql") return Resolved::all;
  return language == "plpgsql" ? Resolved::types : Resolved::nothing;
}

// `setting`: "role=".
bool sets(const Routine& routine, std::string_view setting) {
  return std::any_of(routine.configuration.begin(), routine.configuration.end(),
                     [&](const std::string& entry) { return entry.starts_with(setting); });
}

bool names_something(const Word& word, const Identifier& space, Resolved resolved,
                     const Catalog& catalog) {
  const QualifiedName name{space, Identifier(word.text)};
  const auto type = catalog.find_type(name);
  const bool row = type && catalog.find_class(name) == type;
  if (resolved == Resolved::types) return type && (!row || word.names_row_or_type);
  return type || catalog.find_class(name) || !catalog.find_routines(name).empty();
}

bool is_known(const Word& word, Resolved resolved, const Catalog& catalog) {
  for (const auto [id, space] : catalog.all<Namespace>()) {
    if (names_something(word, Identifier(id.name), resolved, catalog)) return true;
  }
  return false;
}

bool has_space(const Catalog& catalog, const std::string& name) {
  return catalog.contains(object_id(ObjectKind::namespace_, Identifier(name)));
}

// Behind a dot and the name of a namespace: there alone.
bool goes(const Word& word, const std::string& before, Resolved resolved, const Catalog& current,
          const Catalog& desired) {
  if (!word.qualified || !has_space(current, before)) {
    return is_known(word, resolved, current) && !is_known(word, resolved, desired);
  }
  const Identifier space(before);
  return names_something(word, space, resolved, current) &&
         !(has_space(desired, before) && names_something(word, space, resolved, desired));
}

}  // namespace

bool names_what_goes(const Routine& routine, const Catalog& current, const Catalog& desired) {
  const Resolved resolved = resolved_in(routine.language.text());
  if (resolved == Resolved::nothing) return false;
  std::string before;
  for (const Word& word : words_in(routine.body)) {
    if (goes(word, before, resolved, current, desired)) return true;
    before = word.text;
  }
  return false;
}

bool runs_as_another_role(const Routine& routine) {
  return resolved_in(routine.language.text()) != Resolved::nothing &&
         (sets(routine, "role=") || sets(routine, "session_authorization="));
}

bool needs_other_path(const Routine& routine, const Catalog& catalog) {
  const Resolved resolved = resolved_in(routine.language.text());
  if (resolved == Resolved::nothing || sets(routine, "search_path=")) return false;
  const Identifier common("public");
  for (const Word& word : words_in(routine.body)) {
    if (word.qualified) continue;
    if (names_something(word, common, resolved, catalog)) continue;
    for (const auto [id, space] : catalog.all<Namespace>()) {
      const Identifier name(id.name);
      if (name != common && names_something(word, name, resolved, catalog)) return true;
    }
  }
  return false;
}

namespace {

bool is_type(ObjectKind kind) {
  return kind == ObjectKind::enum_type || kind == ObjectKind::domain ||
         kind == ObjectKind::composite_type || kind == ObjectKind::range_type ||
         kind == ObjectKind::base_type;
}

bool may_be_named(const ObjectId& id, Resolved resolved) {
  if (resolved == Resolved::nothing || (id.subject && id.kind != ObjectKind::attribute))
    return false;
  const bool space = id.kind == ObjectKind::namespace_;
  if (resolved == Resolved::all) return space || a_body_may_name(id.kind);
  return space || is_type(id.kind);
}

}  // namespace

bool names_what_went(const Routine& routine, const Catalog& desired) {
  const Resolved resolved = resolved_in(routine.language.text());
  if (resolved == Resolved::nothing || desired.dropped.empty()) return false;
  std::set<std::string> words;
  for (Word& word : words_in(routine.body)) words.insert(std::move(word.text));
  return std::ranges::any_of(desired.dropped, [&](const auto& gone) {
    const ObjectId& id = gone.first;
    return may_be_named(id, resolved) && words.contains(id.name) &&
           (id.kind != ObjectKind::attribute || words.contains(id.member));
  });
}

}  // namespace pgplumb::diff
