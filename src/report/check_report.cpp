#include "report/check_report.hpp"

#include <nlohmann/json.hpp>

namespace pgplumb::report {
namespace {

using Json = nlohmann::ordered_json;

Json entry_of(const CheckedDown& down) {
  Json differences = Json::array();
  for (const CheckDifference& one : down.differences) {
    differences.push_back({{"verdict", one.verdict}, {"text", one.text}});
  }
  return {{"migration", down.migration},
          {"verdict", down.verdict},
          {"differences", std::move(differences)}};
}

Json problem_of(const Diagnostic& problem) {
  return {{"code", name_of(problem.code)},
          {"severity", name_of(problem.severity())},
          {"message", problem.message},
          {"origin", problem.span.label()}};
}

Json maybe(const std::optional<bool>& value) { return value ? Json(*value) : Json(); }

}  // namespace

std::string render_json(const CheckReport& report) {
  Json alone = Json::array();
  for (const CheckedDown& down : report.downs_alone) alone.push_back(entry_of(down));
  Json problems = Json::array();
  for (const Diagnostic& one : report.diagnostics.all()) problems.push_back(problem_of(one));
  const Json stopped = report.downs_stopped.empty() ? Json() : Json(report.downs_stopped);
  const Json json = {{"tool", "pgplumb"},
                     {"version", 1},
                     {"migrations", report.migrations},
                     {"ups", report.ups},
                     {"downs_alone", std::move(alone)},
                     {"equals_schema", maybe(report.equals_schema)},
                     {"schema_differences", report.schema_differences},
                     {"downs", report.downs},
                     {"downs_stopped", stopped},
                     {"empty_again", maybe(report.empty_again)},
                     {"leftovers", report.leftovers},
                     {"ups_again", maybe(report.ups_again)},
                     {"again_differences", report.again_differences},
                     {"clean", report.clean},
                     {"diagnostics", std::move(problems)}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pgplumb::report
