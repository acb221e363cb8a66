// What a statement that works concurrently leaves behind when it does not end. CREATE INDEX and
// REINDEX: an index that is INVALID. No query uses it, every write still pays for it. The name of a
// created one is taken: the statement can't be run again, and with IF NOT EXISTS it would pass for
// done. DETACH PARTITION: a partition that is neither attached nor detached, which the same
// statement refuses to go on with.
#pragma once

#include <string>
#include <vector>

#include "pg/session.hpp"
#include "sql/concurrent_work.hpp"

namespace pgplumb::migrations {

// The INVALID indexes of the table that nobody is building now: the one of that name or, where the
// server chooses the name, all of them. Quoted names with their namespaces.
[[nodiscard]] std::vector<std::string> invalid_indexes(pg::Session& session,
                                                       const sql::ConcurrentIndex& index);

// Drops the INVALID index whose name `index` needs; gives its quoted name, or "" when there is
// none. Not inside a transaction. An index that is valid is never touched.
std::string drop_invalid_index(pg::Session& session, const sql::ConcurrentIndex& index);

// Drops the INVALID copies ("…_ccnew", "…_ccold") that an earlier try left behind of what `reindex`
// builds again; gives their quoted names. Not inside a transaction.
std::vector<std::string> drop_reindex_copies(pg::Session& session,
                                             const sql::ConcurrentReindex& reindex);

// The statement that ends what an earlier try of `detach` began; "" when none did.
[[nodiscard]] std::string finish_of_detach(pg::Session& session,
                                           const sql::ConcurrentDetach& detach);

}  // namespace pgplumb::migrations
