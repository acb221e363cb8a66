// What is told about two states that were compared, whatever the form.
#pragma once

#include <chrono>
#include <string>

#include "base/diagnostic.hpp"
#include "diff/compare.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::report {

// How a side is spoken of.
struct Side {
  std::string label;    // "database bookshop", "migrations/", "schema:schema": without secrets
  std::string subject;  // "migrations", "schema": who says so
  bool plural = false;  // "migrations say", "schema says"
};

// Refers to what it reports on, which must outlive it.
struct ComparisonReport {
  Side current;
  Side desired;
  const diff::Comparison& comparison;
  const Catalog& current_state;
  const Catalog& desired_state;
  const Diagnostics& diagnostics;
  std::chrono::milliseconds elapsed{0};
};

// Where text set the object last: its own place, else the one of what it is part of.
[[nodiscard]] SourceSpan origin_of(const Catalog& catalog, const ObjectId& id);
// Where text dropped it last.
[[nodiscard]] SourceSpan drop_of(const Catalog& catalog, const ObjectId& id);

}  // namespace pgplumb::report
