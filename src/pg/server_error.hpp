// What the server said when it refused a statement, field by field.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/failure.hpp"

namespace pgplumb::pg {

// An error or a notice as the server sent it. A field that was not sent is "" (or 0).
struct ServerReport {
  std::string severity;  // ERROR, FATAL, PANIC, WARNING, NOTICE, DEBUG, INFO, LOG; never translated
  std::string sqlstate;  // five characters, "42P01"
  std::string message;   // the primary message, one line as a rule
  std::string detail;
  std::string hint;
  std::string context;         // call stack of PL functions and the like
  std::string internal_query;  // statement run by a function, where the error lies in it
  std::string schema, table, column, data_type, constraint;
  std::size_t position = 0;           // characters from 1 in the statement sent; 0: unknown
  std::size_t internal_position = 0;  // the same in internal_query
};

// A statement failed on the server; the session can go on (in a transaction, after a rollback).
// what() is "message (SQLSTATE 42P01)" with detail and hint on lines of their own.
class ServerError : public Failure {
 public:
  // `statement`: the whole text sent, which `position` counts in.
  ServerError(ServerReport report, std::string statement);

  [[nodiscard]] const ServerReport& report() const { return report_; }
  [[nodiscard]] const std::string& sqlstate() const { return report_.sqlstate; }
  [[nodiscard]] const std::string& message() const { return report_.message; }
  [[nodiscard]] std::size_t position() const { return report_.position; }
  [[nodiscard]] const std::string& statement() const { return statement_; }
  // "42" for syntax error or access rule violation, "55" for a lock that was not available, ...
  [[nodiscard]] bool in_class(std::string_view sqlstate_class) const {
    return report_.sqlstate.starts_with(sqlstate_class);
  }

 private:
  ServerReport report_;
  std::string statement_;
};

// The SQLSTATEs that callers decide by.
namespace sqlstate {
inline constexpr std::string_view kLockNotAvailable = "55P03";
inline constexpr std::string_view kQueryCanceled = "57014";
inline constexpr std::string_view kInsufficientPrivilege = "42501";
inline constexpr std::string_view kUndefinedTable = "42P01";
inline constexpr std::string_view kUniqueViolation = "23505";
inline constexpr std::string_view kDeadlockDetected = "40P01";
inline constexpr std::string_view kSerializationFailure = "40001";
inline constexpr std::string_view kReadOnlyTransaction = "25006";
}  // namespace sqlstate

}  // namespace pgplumb::pg
