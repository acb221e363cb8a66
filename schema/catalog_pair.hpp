// Facts that one side states and the other leaves to the circumstances, brought together before
// two states are compared.
#pragma once

#include <cstdint>
#include <string>

#include "schema/catalog.hpp"

namespace pgplumb {

// Whether a side that states a default owner knows that this role ran the text, or only has most.
enum class DefaultOwners : std::uint8_t { guessed, known };

// Text does not say who runs it: where it is only guessed, the other side's default owner becomes
// the role that has most of what the text names no owner of. Where one side has no owner for an
// object and the other side's owner is that side's default owner, the fact is dropped there; an
// object with another owner stays a difference. Grants to the owner that only repeat what the owner
// has are dropped too. Extensions: a version or namespace that one side does not state is taken
// from the other; the comment that an extension brings along counts for nothing. Default privileges
// of whoever runs the text belong to the role that the other side knows most of them by. Privileges
// that the other side's server does not have yet (MAINTAIN) are left out.
void reconcile(Catalog& current, Catalog& desired, DefaultOwners owners = DefaultOwners::guessed);

// Makes a state that was built from `text` on some server what the text alone says: facts that only
// name the role that built it, or repeat what an extension says of itself, are dropped. Where the
// text names that role itself, they stay.
void drop_default_owners(Catalog& built, const Catalog& text);

}  // namespace pgplumb
