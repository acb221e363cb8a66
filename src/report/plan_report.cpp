#include "report/plan_report.hpp"

#include <algorithm>

#include "base/diagnostic.hpp"

namespace pgplumb::report {
namespace {

std::string first_line(const std::string& sql) {
  const std::size_t end = sql.find('\n');
  return printable(sql.substr(0, end)) + (end == std::string::npos ? "" : " …");
}

std::string locks_of(const diff::PlannedStatement& statement) {
  std::string text;
  for (const diff::Lock& lock : statement.locks) {
    std::string mode(name_of(lock.mode));
    std::replace(mode.begin(), mode.end(), '_', ' ');
    text += (text.empty() ? "" : ", ") + mode + " on " + printable(shown(lock.relation));
  }
  return text;
}

std::string cost_of(const diff::PlannedStatement& statement) {
  if (statement.rewrites) return "rewrites the table";
  return statement.scans ? "reads the whole table" : "";
}

std::string render_statement(const diff::PlannedStatement& statement) {
  std::string text = "  " + first_line(statement.sql) + "\n";
  const std::string locks = locks_of(statement);
  const std::string cost = cost_of(statement);
  if (!locks.empty()) text += "    lock: " + locks + "\n";
  if (!cost.empty()) text += "    cost: " + cost + "\n";
  for (const diff::HazardOn& hazard : statement.hazards) {
    text += "    hazard " + std::string(diff::facts_of(hazard.hazard).name) + ": " +
            printable(diff::described(hazard)) + "; " +
            std::string(diff::facts_of(hazard.hazard).way_out) + "\n";
  }
  return text;
}

}  // namespace

std::string render_plan(const diff::Plan& plan) {
  std::string text;
  for (const diff::Segment& segment : plan.segments) {
    text += segment.transactional ? "in one transaction:\n" : "without a transaction:\n";
    for (const diff::PlannedStatement& statement : segment.statements) {
      text += render_statement(statement);
    }
  }
  return text;
}

}  // namespace pgplumb::report
