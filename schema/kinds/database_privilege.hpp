// GRANT … ON DATABASE: what one role may do with the database, where that is not what a new one
// starts with; pg_database.datacl.
#pragma once

#include <concepts>
#include <string>
#include <tuple>
#include <type_traits>

#include "schema/fields.hpp"
#include "schema/kinds/privilege.hpp"
#include "schema/references.hpp"

namespace pgplumb {

// Like a Privilege: the owner's own and what PUBLIC starts with (CONNECT, TEMPORARY) are no facts
// while they are complete. The database itself is no object of the model.
struct DatabasePrivilege {
  std::string privileges;    // sorted letters; may be empty: the initial ones were revoked
  std::string grant_option;  // those held WITH GRANT OPTION, sorted

  static constexpr std::tuple fields{field<&DatabasePrivilege::privileges>("privileges"),
                                     field<&DatabasePrivilege::grant_option>("grant_option")};
  static constexpr bool ownable = false;
};

[[nodiscard]] ObjectId database_privilege_id(const std::string& grantee);

// "CONNECT, CREATE with grant option"; "" for none.
[[nodiscard]] std::string describe(const DatabasePrivilege& privilege);

template <typename Self, typename Visitor>
requires std::same_as<std::remove_const_t<Self>, DatabasePrivilege>
void visit_references(const ObjectId&, Self&, Visitor&) {}

}  // namespace pgplumb
