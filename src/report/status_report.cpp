#include "report/status_report.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/diagnostic.hpp"

namespace pgplumb::report {
namespace {

using migrations::AppliedMigration;
using migrations::FailedTry;
using migrations::MigrationState;
using migrations::MigrationStatus;
using Json = nlohmann::ordered_json;

const FailedTry* failed_try(const StatusReport& report, const MigrationStatus& one) {
  if (one.applied != nullptr) return nullptr;
  const auto found = std::find_if(report.failed.begin(), report.failed.end(),
                                  [&](const FailedTry& f) { return f.version == one.version(); });
  return found == report.failed.end() ? nullptr : &*found;
}

std::string label_of(const MigrationStatus& one) {
  if (one.file != nullptr) return one.file->label();
  return one.applied->version.text() + (one.applied->name.empty() ? "" : "_") + one.applied->name;
}

std::string applied_part(const AppliedMigration& applied) {
  std::string text = "  batch " + std::to_string(applied.batch) + ", " + applied.applied_at +
                     ", by " + printable(applied.applied_by) + " (" +
                     std::to_string(applied.duration_ms) + " ms)";
  if (applied.state == "imported" || applied.state == "baseline") text += ", " + applied.state;
  if (applied.is_complete()) return text;
  text += ", " + applied.state + " after " + std::to_string(applied.statements_applied) + " of " +
          std::to_string(applied.statements_total) + " statements";
  return text + (applied.error.empty() ? "" : ": " + printable(applied.error));
}

std::string line_of(const StatusReport& report, const MigrationStatus& one) {
  constexpr std::size_t kStateWidth = 11;
  std::string line = word_of(report, one);
  line.resize(kStateWidth, ' ');
  line += printable(label_of(one));
  if (one.applied != nullptr) return line + applied_part(*one.applied);
  if (const FailedTry* failed = failed_try(report, one)) {
    line += "  tried " + failed->at + ": " + printable(failed->error);
    if (one.state == MigrationState::late) line += " (late)";
  }
  return line;
}

Json entry_of(const StatusReport& report, const MigrationStatus& one) {
  Json entry = {{"version", one.version().text()},
                {"name", one.file != nullptr ? one.file->name : one.applied->name},
                {"state", word_of(report, one)},
                {"file", one.file != nullptr ? Json(one.file->up->path()) : Json()},
                {"late", one.state == MigrationState::late}};
  if (const AppliedMigration* applied = one.applied) {
    entry["applied_at"] = applied->applied_at;
    entry["batch"] = applied->batch;
    entry["applied_by"] = applied->applied_by;
    entry["duration_ms"] = applied->duration_ms;
    entry["statements_applied"] = applied->statements_applied;
    entry["statements_total"] = applied->statements_total;
    entry["recorded_as"] = applied->state;
    entry["error"] = applied->error.empty() ? Json() : Json(applied->error);
  } else if (const FailedTry* failed = failed_try(report, one)) {
    entry["failed_at"] = failed->at;
    entry["error"] = failed->error;
  }
  return entry;
}

}  // namespace

std::string word_of(const StatusReport& report, const MigrationStatus& one) {
  switch (one.state) {
    case MigrationState::applied: return "applied";
    case MigrationState::unfinished:
      return one.applied->state == "failed" ? "failed" : "unfinished";
    case MigrationState::pending: return failed_try(report, one) != nullptr ? "failed" : "pending";
    case MigrationState::late: return failed_try(report, one) != nullptr ? "failed" : "late";
    case MigrationState::changed: return "changed";
    case MigrationState::missing: return "missing";
    case MigrationState::foreign: return "imported";
  }
  return "";
}

std::size_t StatusReport::applied() const {
  return static_cast<std::size_t>(std::count_if(status.begin(), status.end(), [](const auto& one) {
    return one.applied != nullptr && one.applied->is_complete();
  }));
}

bool StatusReport::clean() const {
  return std::all_of(status.begin(), status.end(), [](const auto& one) {
    return one.state == MigrationState::applied || one.state == MigrationState::foreign;
  });
}

std::string render_text(const StatusReport& report) {
  std::string text;
  for (const MigrationStatus& one : report.status) text += line_of(report, one) + "\n";
  return text + std::to_string(report.applied()) + " of " + std::to_string(report.status.size()) +
         " applied\n";
}

std::string render_json(const StatusReport& report) {
  Json list = Json::array();
  for (const MigrationStatus& one : report.status) list.push_back(entry_of(report, one));
  const Json root = {
      {"migrations", list}, {"applied", report.applied()}, {"total", report.status.size()}};
  return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pgplumb::report
