#include "pg/result_recorder.hpp"

#include <libpq-events.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "base/files.hpp"

namespace pgplumb::pg {
namespace {

// A file that sets client_encoding gets its messages in it; what is no UTF-8 becomes U+FFFD.
std::string as_utf8(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t valid = first_invalid_utf8(text);
    result += text.substr(0, valid);
    if (valid < text.size()) result += "\xEF\xBF\xBD";
    text.remove_prefix(std::min(valid + 1, text.size()));
  }
  return result;
}

std::string field(const PGresult* result, int code) {
  const char* value = PQresultErrorField(result, code);
  return value == nullptr ? std::string() : as_utf8(value);
}

std::size_t position_field(const PGresult* result, int code) {
  const std::string text = field(result, code);
  std::size_t position = 0;
  std::from_chars(text.data(), text.data() + text.size(), position);
  return position;
}

int on_event(PGEventId event, void* info, void* recorder) noexcept {
  // Results may outlive the recorder: only their creation is of interest, never their end.
  if (event == PGEVT_RESULTCREATE) {
    static_cast<ResultRecorder*>(recorder)->record(static_cast<PGEventResultCreate*>(info)->result);
  }
  return 1;
}

}  // namespace

ServerReport report_of(const PGresult* result) {
  ServerReport report;
  report.severity = field(result, PG_DIAG_SEVERITY_NONLOCALIZED);
  report.sqlstate = field(result, PG_DIAG_SQLSTATE);
  report.message = field(result, PG_DIAG_MESSAGE_PRIMARY);
  report.detail = field(result, PG_DIAG_MESSAGE_DETAIL);
  report.hint = field(result, PG_DIAG_MESSAGE_HINT);
  report.context = field(result, PG_DIAG_CONTEXT);
  report.internal_query = field(result, PG_DIAG_INTERNAL_QUERY);
  report.schema = field(result, PG_DIAG_SCHEMA_NAME);
  report.table = field(result, PG_DIAG_TABLE_NAME);
  report.column = field(result, PG_DIAG_COLUMN_NAME);
  report.data_type = field(result, PG_DIAG_DATATYPE_NAME);
  report.constraint = field(result, PG_DIAG_CONSTRAINT_NAME);
  report.position = position_field(result, PG_DIAG_STATEMENT_POSITION);
  report.internal_position = position_field(result, PG_DIAG_INTERNAL_POSITION);
  // An error of libpq's own (a broken connection) has no fields, only a text.
  if (report.message.empty()) report.message = as_utf8(PQresultErrorMessage(result));
  return report;
}

void ResultRecorder::attach(PGconn* connection) {
  if (PQregisterEventProc(connection, on_event, "pgplumb", this) == 0) {
    throw Failure("libpq refused to register an event procedure");
  }
}

void ResultRecorder::record(const PGresult* result) {
  last_ = result;
  switch (PQresultStatus(result)) {
    case PGRES_FATAL_ERROR:
    case PGRES_BAD_RESPONSE:
      if (!error_) error_ = report_of(result);
      break;
    case PGRES_COPY_IN:
    case PGRES_COPY_OUT:
    case PGRES_COPY_BOTH: copy_started_ = true; break;
    default: break;
  }
}

}  // namespace pgplumb::pg
