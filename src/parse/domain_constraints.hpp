// Constraints of domains: CREATE DOMAIN and ALTER DOMAIN … ADD.
#pragma once

#include "schema/kinds/domain.hpp"
#include "schema/object_id.hpp"

struct Constraint;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

class Replay;

// NOT NULL, NULL and DEFAULT become fields of `domain`; checks are left to add_domain_check.
void apply_domain_constraint(const ::Constraint& constraint, Domain& domain, const Replay& replay);

// Puts a CHECK of the domain `id`, which must be in the model; chooses a name where none is
// written.
void add_domain_check(const ObjectId& id, const ::Constraint& constraint, Replay& replay);

}  // namespace pgplumb::parse
