// Rows for the proof of a pair: every table gets one, so that a statement that fails on data, or
// loses it, is seen.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "pg/session.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::workflow {

struct SampleRows {
  std::vector<QualifiedName> filled;
  // Tables that no row could be made for (a check that a simple value does not meet, a trigger that
  // refuses), with the server's reason.
  std::map<QualifiedName, std::string> empty;
};

// One row in every ordinary table and leaf partition that takes one, referenced tables first.
// `never_null`: columns that may be null and have to have a value all the same.
[[nodiscard]] SampleRows insert_sample_rows(const Catalog& catalog,
                                            const std::set<ObjectId>& never_null,
                                            pg::Session& session);

// Rows of a table, by a count.
[[nodiscard]] std::int64_t count_rows(const QualifiedName& relation, pg::Session& session);

}  // namespace pgplumb::workflow
