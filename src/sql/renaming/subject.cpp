#include "sql/renaming/subject.hpp"

#include <algorithm>

#include "sql/lookup.hpp"
#include "sql/types.hpp"

namespace pgplumb::sql::renaming {
namespace {

// How many arguments a call of the routine or aggregate may have.
bool takes(const std::vector<Argument>& arguments, std::size_t count) {
  std::size_t most = 0;
  std::size_t least = 0;
  bool variadic = false;
  for (const Argument& argument : arguments) {
    if (argument.mode == ArgumentMode::out || argument.mode == ArgumentMode::table) continue;
    ++most;
    if (argument.mode == ArgumentMode::variadic) variadic = true;
    if (argument.default_value.empty() && argument.mode != ArgumentMode::variadic) ++least;
  }
  return count >= least && (variadic || count <= most);
}

}  // namespace

bool Subject::is_relation() const {
  switch (before().kind) {
    case ObjectKind::relation:
    case ObjectKind::view:
    case ObjectKind::materialized_view:
    case ObjectKind::sequence:
    case ObjectKind::index:
    case ObjectKind::composite_type: return true;
    default: return false;
  }
}

bool Subject::is_type() const {
  switch (before().kind) {
    case ObjectKind::enum_type:
    case ObjectKind::domain:
    case ObjectKind::composite_type:
    case ObjectKind::range_type:
    case ObjectKind::base_type:
    case ObjectKind::shell_type:
    case ObjectKind::relation:
    case ObjectKind::view:
    case ObjectKind::materialized_view: return true;
    default: return false;
  }
}

std::optional<ObjectId> Subject::class_of(const std::vector<std::string>& names) const {
  if (names.size() > 1) {
    return catalog_.find_class(qualified(names[names.size() - 2], names.back()));
  }
  for (const std::string& space : path_) {
    if (auto found = catalog_.find_class(qualified(space, names.back()))) return found;
  }
  return std::nullopt;
}

Answer Subject::is_class_name(const std::vector<std::string>& names) const {
  if (!is_relation() || names.empty() || names.back() != before().name) return Answer::no;
  return is_before(class_of(names)) ? Answer::yes : Answer::no;
}

Answer Subject::is_type_name(const std::vector<std::string>& names) const {
  if (!is_type() || names.empty()) return Answer::no;
  // The catalog's name of the array type follows the rename, but not always in the same way.
  if (names.back() == "_" + before().name) return Answer::unsure;
  if (names.back() != before().name) return Answer::no;
  if (names.size() > 1) {
    return names[names.size() - 2] == before().space ? Answer::yes : Answer::no;
  }
  if (is_builtin_type(names.back())) return Answer::no;
  for (const std::string& space : path_) {
    if (auto found = catalog_.find_type(qualified(space, names.back()))) {
      return is_before(found) ? Answer::yes : Answer::no;
    }
  }
  return Answer::no;
}

bool Subject::is_collation_name(const std::vector<std::string>& names) const {
  if (before().kind != ObjectKind::collation || names.empty()) return false;
  const QualifiedName name = resolve_collation(names, catalog_, path_);
  return name == before().qualified_name();
}

Answer Subject::is_routine_name(const std::vector<std::string>& names,
                                std::size_t arguments) const {
  if (!is_routine() || names.empty() || names.back() != before().name) return Answer::no;
  const SearchPath written = names.size() > 1 ? SearchPath{names[names.size() - 2]} : path_;
  std::size_t candidates = 0;
  bool fits = false;
  for (const std::string& space : written) {
    const QualifiedName there = qualified(space, names.back());
    for (const ObjectId& id : catalog_.find_routines(there)) {
      if (!takes(catalog_.get<Routine>(id)->arguments, arguments)) continue;
      ++candidates;
      fits = fits || id == before();
    }
    for (const ObjectId& id : catalog_.find_named(ObjectKind::aggregate, there)) {
      if (!takes(catalog_.get<Aggregate>(id)->arguments, arguments)) continue;
      ++candidates;
      fits = fits || id == before();
    }
  }
  if (!fits) return Answer::no;
  return candidates == 1 ? Answer::yes : Answer::unsure;  // overloads: their types decide
}

bool Subject::stands_in(const std::string& space, const std::string& name) const {
  const QualifiedName there = qualified(space, name);
  if (is_routine()) {
    return !catalog_.find_routines(there).empty() ||
           !catalog_.find_named(ObjectKind::aggregate, there).empty();
  }
  return catalog_.find_class(there).has_value() || catalog_.find_type(there).has_value();
}

bool Subject::needs_namespace() const {
  const std::string& name = after().name;
  if (before().space != after().space || (is_type() && is_builtin_type(name))) return true;
  for (const std::string& space : path_) {
    if (space == after().space) return false;
    if (stands_in(space, name)) return true;
  }
  return true;
}

}  // namespace pgplumb::sql::renaming
