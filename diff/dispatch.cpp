#include "diff/dispatch.hpp"

#include <bitset>
#include <type_traits>
#include <variant>

#include "base/assert.hpp"
#include "diff/rules.hpp"

namespace pgplumb::diff {

Actions create_actions(const ObjectId& id, const Scope& scope) {
  const Object* object = scope.desired.find(id);
  PGPLUMB_ASSERT(object != nullptr);
  return std::visit([&](const auto& desired) { return create(id, desired, scope); }, *object);
}

Actions drop_actions(const ObjectId& id, const Scope& scope) {
  const Object* object = scope.current.find(id);
  PGPLUMB_ASSERT(object != nullptr);
  return std::visit([&](const auto& current) { return drop(id, current, scope); }, *object);
}

Actions alter_actions(const ObjectId& id, const std::vector<std::size_t>& fields,
                      const Scope& scope) {
  const Object* object = scope.current.find(id);
  PGPLUMB_ASSERT(object != nullptr);
  return std::visit(
      [&](const auto& current) {
        using T = std::decay_t<decltype(current)>;
        const T* desired = scope.desired.get<T>(id);
        PGPLUMB_ASSERT(desired != nullptr);
        std::bitset<kFieldCount<T>> bits;
        for (const std::size_t index : fields) bits.set(index);
        return alter(id, current, *desired, Changed<T>(bits), scope);
      },
      *object);
}

Actions rename_actions(const RenameHint& hint, const Scope& scope) {
  const Object* object = scope.current.find(hint.after);
  PGPLUMB_ASSERT(object != nullptr);
  return std::visit(
      [&](const auto& value) { return rename(hint.before, hint.after, value, scope); }, *object);
}

}  // namespace pgplumb::diff
