// What one role may do with one object, where that is not what the object starts with.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

// Against acldefault: the owner's own privileges and PUBLIC's initial ones (EXECUTE on routines,
// USAGE on types) are no facts while they are complete; revoking one makes a fact that shows the
// rest. Letters are those of aclitem: arwdDxt U C X …
struct Privilege {
  std::string privileges;    // sorted letters; may be empty: the initial ones were revoked
  std::string grant_option;  // those held WITH GRANT OPTION, sorted

  static constexpr std::tuple fields{field<&Privilege::privileges>("privileges"),
                                     field<&Privilege::grant_option>("grant_option")};
  static constexpr bool ownable = false;
};

// The letters that `grantee_is_owner` / PUBLIC hold on a new object of this kind (acldefault).
[[nodiscard]] std::string owner_default_privileges(ObjectKind kind);
[[nodiscard]] std::string public_default_privileges(ObjectKind kind);

// "SELECT, UPDATE with grant option"; "" for none.
[[nodiscard]] std::string describe(const Privilege& privilege);

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Privilege>
void visit_references(const ObjectId&, Self&, Visitor&) {}

}  // namespace pgplumb
