// What CREATE PUBLICATION and ALTER PUBLICATION share.
#pragma once

#include <vector>

#include "parse/replay.hpp"

struct List;  // PostgreSQL's; sql/tree.hpp

namespace pgplumb::parse {

// WITH (…), SET (…).
void apply_publication_options(const ::List* options, Publication& publication);

// The tables and schemas that FOR, ADD, SET and DROP name, as parts of the publication; children of
// a table, too, unless ONLY is written. Names that are not there are reported.
struct PublishedPart {
  ObjectId id;
  Object object;
};
[[nodiscard]] std::vector<PublishedPart> published_parts(const Identifier& publication,
                                                         const ::List* objects, Replay& replay);

// All that the publication holds.
[[nodiscard]] std::vector<ObjectId> parts_of_publication(const Catalog& catalog,
                                                         const Identifier& publication);

}  // namespace pgplumb::parse
