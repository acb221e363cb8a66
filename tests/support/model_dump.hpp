// A compact text of a model for tests: one line per object, parts within their relation.
//
//   rel{public.book attr{id int8 !null} default{id nextval(…)} con{book_pkey primary_key(id)}}
//   index{public.book_title_idx on public.book btree(title)}
//
// What equals the usual is left out; so are the namespace public and the extension plpgsql.
#pragma once

#include <string>

#include "schema/catalog.hpp"

namespace pgplumb::test_support {

// All objects, sorted by kind and name, joined by line feeds.
[[nodiscard]] std::string dump(const Catalog& catalog);

}  // namespace pgplumb::test_support
