// Names inside constants of the types that stand for objects.
#pragma once

#include <string>
#include <vector>

#include "schema/catalog.hpp"

namespace pgplumb::sql::canon {

// The parts of a name, folded to lower case where they are not quoted.
[[nodiscard]] std::vector<std::string> split_name(const std::string& raw);

// What a constant of type regproc or regprocedure names; the server keeps it as long as that.
// `raw`: "f", "app.f", or with its arguments "app.f(integer,text)". `path`: namespaces to look in,
// in order. Empty where the model has none of that name.
[[nodiscard]] std::vector<ObjectId> named_routines(const std::string& raw,
                                                   const std::vector<std::string>& path,
                                                   const Catalog& catalog);

}  // namespace pgplumb::sql::canon
