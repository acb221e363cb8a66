// A statement of the proof that refuses rows: whether the plan says that it may.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "diff/hazard.hpp"
#include "diff/plan.hpp"
#include "migrations/migration.hpp"
#include "pg/server_error.hpp"

namespace pgplumb::workflow {

// A migration file, and the statements that it was written from, where it was.
struct ProofFile {
  migrations::Source source;
  std::vector<diff::PlannedStatement> statements;
};

// A planned statement in its file.
struct StatementPlace {
  const diff::PlannedStatement* statement = nullptr;  // null: it was not planned
  std::size_t begin = 0;
};
[[nodiscard]] StatementPlace statement_at(const ProofFile& file, std::size_t offset);

// Whether a statement with one of the hazards may fail on what a row holds.
[[nodiscard]] bool may_refuse_rows(const std::vector<diff::HazardOn>& hazards);
// The statement's own hazards, and those that the plan in `files` states once for all statements
// about an object.
[[nodiscard]] bool may_refuse_rows(const diff::PlannedStatement& statement,
                                   const std::vector<ProofFile>& files);

// Whether what the server said is about values or rules for them.
[[nodiscard]] bool is_about_rows(const pg::ServerReport& report);

// The tables that the statement changes.
[[nodiscard]] std::vector<QualifiedName> changed_tables(const diff::PlannedStatement& statement);

}  // namespace pgplumb::workflow
