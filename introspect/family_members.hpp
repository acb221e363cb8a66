// The members of operator families, as operator classes and the families themselves hold them.
#pragma once

#include <map>
#include <string>

#include "introspect/names.hpp"
#include "introspect/oid.hpp"
#include "pg/rows.hpp"
#include "schema/kinds/operator_family.hpp"

namespace pgplumb::introspect {

// Queries for what the rows of `catalog` (pg_opclass, pg_opfamily) hold: operators, functions.
[[nodiscard]] std::string family_operators_query(const std::string& catalog);
[[nodiscard]] std::string family_functions_query(const std::string& catalog);

// By the oid of the class or family.
[[nodiscard]] std::map<Oid, FamilyMembers> family_members(const pg::Rows& operators,
                                                          const pg::Rows& functions,
                                                          const Names& names);

}  // namespace pgplumb::introspect
