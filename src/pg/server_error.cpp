#include "pg/server_error.hpp"

#include <utility>

namespace pgplumb::pg {
namespace {

std::string summary(const ServerReport& report) {
  std::string out = report.message;
  if (!report.sqlstate.empty()) out += " (SQLSTATE " + report.sqlstate + ")";
  if (!report.detail.empty()) out += "\ndetail: " + report.detail;
  if (!report.hint.empty()) out += "\nhint: " + report.hint;
  return out;
}

}  // namespace

ServerError::ServerError(ServerReport report, std::string statement)
    : Failure(summary(report)), report_(std::move(report)), statement_(std::move(statement)) {}

}  // namespace pgplumb::pg
