// Access control lists (aclitem[]) to privileges relative to what a new object starts with.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "schema/kinds/privilege.hpp"
#include "schema/object_id.hpp"

namespace pgplumb::introspect {

// By grantee, "" is PUBLIC; what acldefault (or initdb, for public) gave.
using InitialAccess = std::map<std::string, Privilege>;
[[nodiscard]] InitialAccess initial_access(const ObjectId& subject, const std::string& owner,
                                           int server_version);

// All that a list of an object of `owner` says, whatever the object started with.
[[nodiscard]] std::map<std::string, Privilege> privileges_by_role(
    const std::vector<std::string>& items, const std::string& owner);

// One entry for each grantee that holds something else than at the start; `items` are texts like
// "alice=arw*/bob" of an object of `owner`.
[[nodiscard]] std::map<std::string, Privilege> access_facts(const std::vector<std::string>& items,
                                                            const InitialAccess& initial,
                                                            const std::string& owner);

}  // namespace pgplumb::introspect
