#include "pg/transaction.hpp"

#include <algorithm>
#include <utility>

#include "base/assert.hpp"

namespace pgplumb::pg {
namespace {

std::string begin_statement(Isolation isolation, Access access) {
  std::string sql = "BEGIN ISOLATION LEVEL ";
  switch (isolation) {
    case Isolation::read_committed: sql += "READ COMMITTED"; break;
    case Isolation::repeatable_read: sql += "REPEATABLE READ"; break;
    case Isolation::serializable: sql += "SERIALIZABLE"; break;
  }
  return sql + (access == Access::read_only ? " READ ONLY" : " READ WRITE");
}

ServerReport rolled_back_report() {
  ServerReport report;
  report.severity = "ERROR";
  report.sqlstate = "25P02";
  report.message = "the transaction had failed before and was rolled back instead of committed";
  return report;
}

// For destructors. A lost connection is rolled back by the server itself.
void execute_quietly(Session& session, const std::string& sql) noexcept {
  try {
    if (session.is_open()) session.execute(sql);
  } catch (...) {  // NOLINT(bugprone-empty-catch): the error that led here matters more
  }
}

}  // namespace

Transaction::Transaction(Session& session, Isolation isolation, Access access) : session_(session) {
  PGPLUMB_ASSERT(session.transaction_status() != TransactionStatus::in_transaction);
  session_.execute(begin_statement(isolation, access));
  open_ = true;
}

Transaction::~Transaction() {
  if (open_) execute_quietly(session_, "ROLLBACK");
}

void Transaction::commit() {
  PGPLUMB_ASSERT(open_);
  open_ = false;  // whatever happens now, there is nothing left to roll back
  const CommandOutcome outcome = session_.execute("COMMIT");
  if (outcome.command_tag != "COMMIT") throw ServerError(rolled_back_report(), "COMMIT");
}

void Transaction::rollback() {
  PGPLUMB_ASSERT(open_);
  open_ = false;
  session_.execute("ROLLBACK");
}

Savepoint::Savepoint(Session& session, std::string name)
    : session_(session), name_(std::move(name)) {
  PGPLUMB_ASSERT(!name_.empty() && std::all_of(name_.begin(), name_.end(), [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
  }));
  session_.execute("SAVEPOINT " + name_);
  open_ = true;
}

Savepoint::~Savepoint() {
  if (open_) execute_quietly(session_, "ROLLBACK TO SAVEPOINT " + name_);
}

void Savepoint::release() {
  PGPLUMB_ASSERT(open_);
  open_ = false;
  session_.execute("RELEASE SAVEPOINT " + name_);
}

void Savepoint::rollback() {
  PGPLUMB_ASSERT(open_);
  open_ = false;
  session_.execute("ROLLBACK TO SAVEPOINT " + name_);
}

}  // namespace pgplumb::pg
