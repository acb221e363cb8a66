// Expressions as people wrote them, in a state that a server printed.
#pragma once

#include <string>

#include "schema/catalog.hpp"

namespace pgplumb::workflow {

// Where `text` holds the same object with an expression that is equal, `built` (read from a server)
// gets the written text for printing. Only text written under the ordinary search path, so that it
// means the same where it is printed. Provenance is taken over too, and take_open_names and
// take_roles are part of it.
void take_written_text(Catalog& built, const Catalog& text, const std::string& builder);

// Names that the server chose where `text` leaves them open are left open in `built`, too.
void take_open_names(Catalog& built, const Catalog& text);

// CURRENT_USER is the role that built `built` there, and whoever runs the text in `text`.
void take_roles(Catalog& built, const Catalog& text, const std::string& builder);

// Security labels that `built` could not have, for want of their provider.
void take_labels(Catalog& built, const Catalog& text);

// The expressions of an object in a fixed order, for pairing two of them.
[[nodiscard]] std::vector<Expression*> expressions_of(const ObjectId& id, Object& object);

}  // namespace pgplumb::workflow
