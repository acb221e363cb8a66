// One connection to a server. The only way in which pgplumb talks to PostgreSQL.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pg/connection_url.hpp"
#include "pg/rows.hpp"
#include "pg/server_error.hpp"

namespace pgplumb::pg {

// Called on the session's thread while a statement runs; must not use the session.
using NoticeHandler = std::function<void(const ServerReport&)>;

struct SessionOptions {
  std::string application_name = "pgplumb";  // yields to one given in the URL
  std::chrono::seconds connect_timeout{10};  // for the whole attempt; yields to the URL's
  NoticeHandler on_notice;                   // without one, notices are dropped
};

// Text forms of $1, $2, ...; nullopt is NULL. The server infers the types.
using Parameters = std::vector<std::optional<std::string>>;

enum class TransactionStatus {
  idle,            // no transaction open
  in_transaction,  // in a valid transaction block
  failed,          // in a failed one: only a rollback goes on
  busy,            // a statement is running
  unknown,         // the connection is lost
};

// What the last statement of an execute() did.
struct CommandOutcome {
  std::string command_tag;   // "CREATE TABLE", "UPDATE 5"
  std::size_t affected = 0;  // rows, as in Rows::affected
};

// Stops a running statement from another thread or from a signal handler. Lives on its own: it may
// be used (without effect) after the session is gone.
class CancelHandle {
 public:
  explicit CancelHandle(std::shared_ptr<void> handle) : handle_(std::move(handle)) {}
  // Async-signal-safe. False when the request could not be sent; that it was sent does not mean
  // that it came in time.
  bool cancel() const noexcept;

 private:
  std::shared_ptr<void> handle_;  // PGcancel
};

// Not thread-safe: one session, one thread at a time (CancelHandle apart). Movable while no
// Transaction or AdvisoryLock refers to it. The connection closes with the object; a lost one is
// never silently opened again, because locks and settings would be gone.
//
// Every function that talks to the server throws ServerError when the server refuses the statement
// and ConnectionError (ConnectionProblem::lost) when the connection broke.
class Session {
 public:
  // Connects; throws ConnectionError. client_encoding is UTF8.
  explicit Session(const ConnectionUrl& url, SessionOptions options = {});
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;
  ~Session();

  // One statement and its rows. The form without parameters uses the simple protocol, where several
  // statements in `sql` give the rows of the last.
  Rows query(const std::string& sql);
  Rows query(const std::string& sql, const Parameters& parameters);
  // Several statements in one round trip; the result of each, in order (statements without rows
  // too). Outside a transaction block the server runs them as one transaction.
  std::vector<Rows> query_all(const std::string& sql);
  // The same, where each result is handed over as soon as it is there. Those before a statement
  // that fails are handed over, too; then the error is thrown.
  void query_each(const std::string& sql, const std::function<void(Rows)>& take);
  // Any number of statements, simple protocol, results dropped. COPY … FROM STDIN / TO STDOUT is a
  // ServerError (0A000): there is nothing to send.
  CommandOutcome execute(const std::string& sql);

  // Session-wide settings; `value` is sent as a parameter, not as SQL text.
  void set(std::string_view setting, std::string_view value);
  [[nodiscard]] std::string setting(std::string_view name);

  [[nodiscard]] int server_version_num() const;  // 150018
  [[nodiscard]] int server_major() const { return server_version_num() / 10000; }
  [[nodiscard]] int backend_pid() const;
  // What the server reported at the start and on change ("server_encoding", "TimeZone",
  // "in_hot_standby", ...); "" when it does not report that.
  [[nodiscard]] std::string parameter_status(const std::string& name) const;
  [[nodiscard]] TransactionStatus transaction_status() const;
  [[nodiscard]] bool is_open() const { return transaction_status() != TransactionStatus::unknown; }

  // What the connection really went to.
  [[nodiscard]] std::string database() const;
  [[nodiscard]] std::string user() const;
  [[nodiscard]] std::string host() const;  // a directory for a Unix socket
  [[nodiscard]] const ConnectionUrl& url() const;

  [[nodiscard]] CancelHandle cancel_handle() const;
  void on_notice(NoticeHandler handler);

  // For SQL text that cannot take parameters (DDL, SET LOCAL): quoted as this server reads it.
  [[nodiscard]] std::string quote_identifier(std::string_view name) const;
  [[nodiscard]] std::string quote_literal(std::string_view value) const;

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace pgplumb::pg
