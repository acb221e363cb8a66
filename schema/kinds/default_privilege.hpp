// ALTER DEFAULT PRIVILEGES: what one role's later objects grant one grantee; pg_default_acl.
#pragma once

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/enum.hpp"
#include "schema/fields.hpp"
#include "schema/kinds/privilege.hpp"
#include "schema/references.hpp"

namespace pgplumb {

class Catalog;

PGPLUMB_ENUM(DefaultTarget, tables, sequences, functions, types, schemas)

// Facts for all namespaces replace what a new object starts with, facts for one namespace add to
// it: each is stated against what holds without it, like a Privilege.
struct DefaultPrivilege {
  std::string privileges;    // sorted letters; may be empty: the initial ones were revoked
  std::string grant_option;  // those held WITH GRANT OPTION, sorted

  static constexpr std::tuple fields{field<&DefaultPrivilege::privileges>("privileges"),
                                     field<&DefaultPrivilege::grant_option>("grant_option")};
  static constexpr bool ownable = false;
};

// `role` makes the objects, "" is whoever runs the text; `space` empty: in all namespaces.
[[nodiscard]] ObjectId default_privilege_id(const std::string& role, const std::string& space,
                                            DefaultTarget target, const std::string& grantee);
// What an id of that kind is about.
[[nodiscard]] DefaultTarget default_target_of(const ObjectId& id);
// A kind of object that the target stands for: for its letters.
[[nodiscard]] ObjectKind kind_of_target(DefaultTarget target);
// What the grantee holds without a fact.
[[nodiscard]] std::string initial_default_privileges(const ObjectId& id);

// What `object` holds by grantee when `role` makes it in this state, as far as that is not what it
// would start with anyway.
[[nodiscard]] std::map<std::string, Privilege> default_access(const Catalog& catalog,
                                                              const std::string& role,
                                                              const ObjectId& object);

// "SELECT, UPDATE with grant option"; "" for none.
[[nodiscard]] std::string describe(const DefaultPrivilege& privilege);

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, DefaultPrivilege>
void visit_references(const ObjectId&, Self&, Visitor&) {}

}  // namespace pgplumb
