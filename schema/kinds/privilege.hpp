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

// MAINTAIN ('m') came with PostgreSQL 17. Text (0) may be meant for any version.
[[nodiscard]] bool knows_maintain(int server_version);
// The letters that the owner / PUBLIC hold on a new object of this kind (acldefault), sorted; of
// text, whose `server_version` is 0, those of the newest server.
[[nodiscard]] std::string owner_default_privileges(ObjectKind kind, int server_version = 0);
[[nodiscard]] std::string public_default_privileges(ObjectKind kind);
// What PUBLIC holds of `subject` where no fact says otherwise: the same, but for the namespace
// public what initdb gives it.
[[nodiscard]] std::string initial_of_everybody(const ObjectId& subject, int server_version);

// "SELECT, UPDATE with grant option"; "" for none.
[[nodiscard]] std::string describe(const Privilege& privilege);

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Privilege>
void visit_references(const ObjectId&, Self&, Visitor&) {}

}  // namespace pgplumb
