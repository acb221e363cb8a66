// What one role may do with one object, where that is not what the object starts with.
#pragma once

#include <compare>
#include <concepts>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "schema/fields.hpp"
#include "schema/references.hpp"

namespace pgplumb {

// What a role gave that is not the object's owner (a superuser, and a member of the owner, gives as
// the owner): it holds the privileges WITH GRANT OPTION.
struct GrantByOther {
  std::string grantor;
  std::string privileges;    // sorted letters, at least one
  std::string grant_option;  // those held WITH GRANT OPTION, sorted

  auto operator<=>(const GrantByOther&) const = default;
};

// Against acldefault: the owner's own privileges and PUBLIC's initial ones (EXECUTE on routines,
// USAGE on types) are no facts while they are complete; revoking one makes a fact that shows the
// rest. Letters are those of aclitem: arwdDxt U C X …
//
// The owner as grantor is not named, so that a new owner takes over what the last one gave, as on
// the server.
struct Privilege {
  std::string privileges;    // sorted letters; may be empty: the initial ones were revoked
  std::string grant_option;  // those held WITH GRANT OPTION, sorted
  std::vector<GrantByOther> by_others{};  // sorted by grantor

  // Of what an extension brings (which is no object of the model): what the grantee holds of it
  // from the start, by pg_init_privs where the extension itself has said so.
  struct OnMember {
    Identifier extension;
    std::string privileges;
    std::string grant_option;
  };
  // Not compared: it says what the fact is about.
  std::optional<OnMember> on_member{};

  static constexpr std::tuple fields{field<&Privilege::privileges>("privileges"),
                                     field<&Privilege::grant_option>("grant_option"),
                                     field<&Privilege::by_others>("by_others")};
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

// "SELECT by ann".
[[nodiscard]] std::string describe(const GrantByOther& grant);
// "SELECT, UPDATE with grant option; SELECT by ann"; "" for none.
[[nodiscard]] std::string describe(const Privilege& privilege);

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, Privilege>
void visit_references(const ObjectId& id, Self& self, Visitor& visit) {
  for (auto& grant : self.by_others) visit.grantor(id, grant.grantor);
  if (self.on_member) visit.extension(self.on_member->extension);
}

}  // namespace pgplumb
