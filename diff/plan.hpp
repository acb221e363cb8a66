// From two states to the statements that turn the current one into the desired one.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "diff/action.hpp"
#include "diff/compare.hpp"
#include "diff/plan_options.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::diff {

struct PlannedStatement {
  std::string sql;            // without a semicolon; may have several lines
  std::vector<ObjectId> ids;  // what it changes, folded parts included; the main one first
  std::vector<Lock> locks;
  bool rewrites = false;
  bool scans = false;
  std::vector<HazardOn> hazards;
};

// Statements that run in one transaction, or one after the other without any.
struct Segment {
  bool transactional = true;
  std::vector<PlannedStatement> statements;
};

struct Plan {
  std::vector<Segment> segments;  // none is empty
  Comparison comparison;          // what the plan was made from
  std::string state_hash;         // of the current state: the plan fits no other

  [[nodiscard]] bool empty() const { return segments.empty(); }
  [[nodiscard]] bool transactional() const;
  [[nodiscard]] std::vector<HazardOn> hazards() const;
};

// Fails with plan_impossible (a change that would need to drop and recreate a table, or one that no
// statement makes) or plan_cycle (a defect: the message lists the members and where the edges
// come from). The down plan is plan(desired, current).
[[nodiscard]] Result<Plan> plan(const Catalog& current, const Catalog& desired,
                                const PlanOptions& options = {});

// One hazard_refused diagnostic for each hazard that loses something and is not allowed.
[[nodiscard]] Diagnostics refusals(const Plan& plan, const AllowedHazards& allowed);

// The body of a migration file: statements with semicolons, each hazard as a comment above its
// statement. Empty for an empty plan. Segments without a transaction begin with
// "-- pgplumb: no-transaction"; to write one file per segment, render each segment.
[[nodiscard]] std::string render_sql(const Plan& plan);
[[nodiscard]] std::string render_sql(const Segment& segment);

// Identifies a state by its content; provenance plays no part.
[[nodiscard]] std::string state_hash(const Catalog& catalog);

}  // namespace pgplumb::diff
