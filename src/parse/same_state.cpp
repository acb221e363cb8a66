#include "parse/same_state.hpp"

#include <algorithm>
#include <set>
#include <variant>

#include "schema/fields.hpp"

namespace pgplumb::parse {
namespace {

template <typename T>
bool same_fields(const T& a, const T& b) {
  return compare_any(a, b) == Verdict::equal;
}

bool same_object(const Object& a, const Object& b) {
  if (a.index() != b.index()) return false;
  return std::visit(
      [&](const auto& value) {
        return same_fields(value, *std::get_if<std::remove_cvref_t<decltype(value)>>(&b));
      },
      a);
}

// The position of a column is no field of it, but a branch may not move it either.
bool same_place(const Object& a, const Object& b) {
  const auto* first = std::get_if<Attribute>(&a);
  const auto* second = std::get_if<Attribute>(&b);
  return first == nullptr || second == nullptr || first->position == second->position;
}

}  // namespace

bool same_state(const Catalog& a, const Catalog& b) {
  if (a.size() != b.size() || a.database_search_path != b.database_search_path) return false;
  return std::equal(a.objects().begin(), a.objects().end(), b.objects().begin(),
                    [](const auto& one, const auto& other) {
                      return one.first == other.first && same_object(one.second, other.second) &&
                             same_place(one.second, other.second);
                    });
}

bool leaves_dependents(const Catalog& before, const Catalog& after) {
  std::set<ObjectId> gone;
  for (const auto& [id, object] : before.objects()) {
    if (!after.contains(id)) gone.insert(id);
  }
  if (gone.empty()) return false;
  return std::any_of(after.objects().begin(), after.objects().end(), [&](const auto& entry) {
    if (!before.contains(entry.first)) return false;
    const auto needed = requirements_of(before, entry.first);
    return std::any_of(needed.begin(), needed.end(),
                       [&](const ObjectId& id) { return gone.count(id) != 0; });
  });
}

}  // namespace pgplumb::parse
