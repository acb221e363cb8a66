// What a CREATE INDEX CONCURRENTLY leaves behind when it does not end: an index that is INVALID.
// No query uses it, every write still pays for it, and its name is taken: the statement can't be
// run again, and with IF NOT EXISTS it would pass for done.
#pragma once

#include <string>
#include <vector>

#include "pg/session.hpp"
#include "sql/concurrent_index.hpp"

namespace pgplumb::migrations {

// The INVALID indexes of the table that nobody is building now: the one of that name or, where the
// server chooses the name, all of them. Quoted names with their namespaces.
[[nodiscard]] std::vector<std::string> invalid_indexes(pg::Session& session,
                                                       const sql::ConcurrentIndex& index);

// Drops the INVALID index whose name `index` needs; gives its quoted name, or "" when there is
// none. Not inside a transaction. An index that is valid is never touched.
std::string drop_invalid_index(pg::Session& session, const sql::ConcurrentIndex& index);

}  // namespace pgplumb::migrations
