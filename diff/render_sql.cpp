#include <string>

#include "base/diagnostic.hpp"
#include "diff/plan.hpp"

namespace pgplumb::diff {
namespace {

// Comments are one line each, whatever a name holds.
std::string remark(const HazardOn& hazard) {
  return "-- " + std::string(facts_of(hazard.hazard).name) + ": " + printable(described(hazard)) +
         "\n";
}

}  // namespace

std::string render_sql(const Segment& segment) {
  std::string text;
  if (!segment.transactional) text += "-- pgplumb: no-transaction\n\n";
  for (const PlannedStatement& statement : segment.statements) {
    for (const HazardOn& hazard : statement.hazards) text += remark(hazard);
    text += statement.sql + ";\n\n";
  }
  if (!text.empty()) text.pop_back();
  return text;
}

std::string render_sql(const Plan& plan) {
  std::string text;
  const bool mixed = !plan.transactional();
  if (mixed) text += "-- pgplumb: no-transaction\n\n";
  for (const Segment& segment : plan.segments) {
    Segment body = segment;
    body.transactional = true;
    if (!text.empty() && !text.ends_with("\n\n")) text += "\n";
    text += render_sql(body);
  }
  return text;
}

}  // namespace pgplumb::diff
