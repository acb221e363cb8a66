// What becomes of privileges when an object gets another owner.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "schema/catalog.hpp"

namespace pgplumb {

// One list of privileges, of an object or of a column: the facts about it, by grantee.
using PrivilegeList = std::map<std::string, Privilege>;

// The list (not empty) of an object of that kind that `before` ("": not known) gives to `after`:
// what the owner before held and gave is the new one's, on top of what that one held already.
[[nodiscard]] PrivilegeList handed_over(const PrivilegeList& list, ObjectKind kind,
                                        const std::string& before, const std::string& after,
                                        int server_version = 0);

// The facts about privileges on the columns of a relation.
[[nodiscard]] std::vector<ObjectId> column_privileges(const ObjectId& relation,
                                                      const Catalog& catalog);
// The lists of an object and of its columns that are not what they start with, by their subject.
[[nodiscard]] std::map<ObjectId, PrivilegeList> privilege_lists(const ObjectId& id,
                                                                const Catalog& catalog);

}  // namespace pgplumb
