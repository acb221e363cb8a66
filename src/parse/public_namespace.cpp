#include "parse/public_namespace.hpp"

#include <type_traits>
#include <utility>

#include "schema/fields.hpp"

namespace pgplumb::parse {
namespace {

Comment comment_of(const ObjectId& space) {
  return Comment{std::string(is_public_namespace(space) ? kPublicComment : "")};
}

Privilege of_everybody(const ObjectId& space, const Replay& replay) {
  return {initial_of_everybody(space, replay.catalog().version()), ""};
}

// Calls visit(id, fact) for each of what the namespace has without any fact.
template <typename Visit>
void for_each_initial(const ObjectId& space, const Replay& replay, Visit&& visit) {
  visit(about(ObjectKind::comment, space), comment_of(space));
  visit(privilege_on(space, ""), of_everybody(space, replay));
  const std::string& owner = replay.catalog().public_owner;
  if (!is_public_namespace(space) || owner.empty()) return;
  visit(about(ObjectKind::owner, space), Owner{owner});
}

}  // namespace

void lack_initial_facts(const ObjectId& space, Replay& replay) {
  if (!is_public_namespace(space)) return;
  const ObjectId everybody = privilege_on(space, "");
  replay.put(about(ObjectKind::comment, space), Comment{});
  if (!replay.catalog().contains(everybody)) replay.put(everybody, Privilege{});
  replay.model().public_owner.clear();  // whoever runs the text
}

void state_initial_facts(const ObjectId& space, Replay& replay) {
  for_each_initial(space, replay, [&](const ObjectId& id, auto fact) {
    if (!replay.catalog().contains(id)) replay.put(id, std::move(fact));
  });
}

void drop_initial_facts(const ObjectId& space, Replay& replay) {
  const bool owned = replay.catalog().contains(about(ObjectKind::owner, space));
  if (is_public_namespace(space) && !owned) replay.model().public_owner.clear();
  for_each_initial(space, replay, [&](const ObjectId& id, const auto& fact) {
    const auto* known = replay.catalog().get<std::decay_t<decltype(fact)>>(id);
    if (known != nullptr && compare_any(*known, fact) == Verdict::equal) replay.drop(id);
  });
}

}  // namespace pgplumb::parse
