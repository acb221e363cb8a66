// Rows for the proof of a pair: every table gets one, so that a statement that fails on data, or
// loses it, is seen.
#pragma once

#include <map>
#include <set>
#include <string>

#include "pg/session.hpp"
#include "schema/catalog.hpp"
#include "workflow/desired_rows.hpp"

namespace pgplumb::workflow {

struct SampleInput {
  std::set<ObjectId> never_null;  // columns that may be null and have to have a value all the same
  // Rows that the desired state takes, too, are preferred; nothing: not asked.
  DesiredRows* desired = nullptr;
};

struct SampleRows {
  std::set<QualifiedName> present;   // tables that the migrations have brought rows of their own to
  std::set<QualifiedName> invented;  // tables that got some
  // Tables that no row could be made for (a check that a simple value does not meet, a trigger that
  // refuses), with the server's reason.
  std::map<QualifiedName, std::string> empty;
};

// One row in every ordinary table and leaf partition that takes one, referenced tables first;
// several where a hash decides which partition they belong to.
[[nodiscard]] SampleRows insert_sample_rows(const Catalog& catalog, const SampleInput& input,
                                            pg::Session& session);

}  // namespace pgplumb::workflow
