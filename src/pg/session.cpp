#include "pg/session.hpp"

#include <libpq-fe.h>

#include <utility>

#include "base/assert.hpp"
#include "pg/connection_problem.hpp"
#include "pg/driver.hpp"
#include "pg/raw_connection.hpp"
#include "pg/result_recorder.hpp"

namespace pgplumb::pg {
namespace {

void refuse_nul(const std::string& sql) {
  if (sql.find('\0') != std::string::npos) {
    throw Failure("a statement holds a NUL byte, which PostgreSQL does not accept");
  }
}

std::string text_or_empty(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

void receive_notice(void* handler, const PGresult* result) noexcept {
  const auto& call = *static_cast<const NoticeHandler*>(handler);
  if (!call) return;
  try {
    call(report_of(result));
  } catch (...) {  // NOLINT(bugprone-empty-catch): libpq is C; nothing may pass through it
  }
}

ServerReport copy_refused() {
  ServerReport report;
  report.severity = "ERROR";
  report.sqlstate = "0A000";
  report.message = "COPY from standard input or to standard output cannot be run by pgplumb";
  report.hint = "use INSERT, or load the data with psql";
  return report;
}

}  // namespace

// Behind a pointer, so that libpq can keep addresses of its members while the session moves.
class Session::Implementation {
 public:
  Implementation(ConnectionUrl url, SessionOptions options)
      : url_(std::move(url)),
        notice_handler_(std::move(options.on_notice)),
        connection_(open_connection(url_, options)),
        driver_(connection_.get()) {
    recorder_.attach(connection_.get());
    PQsetNoticeReceiver(connection_.get(), receive_notice, &notice_handler_);
  }

  template <typename... Arguments>
  Rows execute(const std::string& sql, const Arguments&... arguments) {
    refuse_nul(sql);
    recorder_.reset();
    Driver::ResultOwner owner = driver_.execute(sql, arguments...);
    if (recorder_.copy_started()) refuse_copy(sql);
    check(sql);
    if (!owner) throw lost_error(url_, PQerrorMessage(connection_.get()), {});
    return {recorder_.last(), std::move(owner)};
  }

  void execute_each(const std::string& sql, const std::function<void(Rows)>& take) {
    refuse_nul(sql);
    recorder_.reset();
    if (PQsendQuery(connection_.get(), sql.c_str()) == 0) {
      throw lost_error(url_, PQerrorMessage(connection_.get()), {});
    }
    while (PGresult* result = PQgetResult(connection_.get())) {
      std::shared_ptr<const void> owner(result, [](PGresult* owned) { PQclear(owned); });
      if (recorder_.copy_started()) refuse_copy(sql);
      if (PQresultStatus(result) != PGRES_FATAL_ERROR) take(Rows(result, std::move(owner)));
    }
    check(sql);
  }

  [[nodiscard]] PGconn* raw() const { return connection_.get(); }
  [[nodiscard]] const ConnectionUrl& url() const { return url_; }
  void on_notice(NoticeHandler handler) { notice_handler_ = std::move(handler); }

 private:
  void check(const std::string& sql) {
    const auto& error = recorder_.error();
    const bool open = PQstatus(connection_.get()) == CONNECTION_OK;
    if (!open) {
      throw lost_error(url_, error ? error->message : PQerrorMessage(connection_.get()),
                       error ? error->sqlstate : std::string());
    }
    if (error) throw ServerError(without_secrets(*error), sql);
  }

  // A function may say what the connection's own password is, also one that came from PGPASSWORD.
  [[nodiscard]] ServerReport without_secrets(ServerReport report) const {
    const char* password = PQpass(connection_.get());
    const ConnectionUrl own =
        password == nullptr || *password == '\0' ? url_ : url_.with("password", password);
    for (std::string* text : {&report.message, &report.detail, &report.hint, &report.context}) {
      *text = own.mask_secrets(*text);
    }
    return report;
  }

  // The server waits for data, or sends some: ends that, so that the session can go on.
  [[noreturn]] void refuse_copy(const std::string& sql) {
    PGconn* connection = connection_.get();
    PQputCopyEnd(connection, "pgplumb sends no data");
    if (const std::unique_ptr<PGcancel, decltype(&PQfreeCancel)> cancel{PQgetCancel(connection),
                                                                        &PQfreeCancel}) {
      char reason[256];
      PQcancel(cancel.get(), reason, sizeof reason);
    }
    char* data = nullptr;
    while (PQgetCopyData(connection, &data, 0) > 0) PQfreemem(data);
    while (PGresult* result = PQgetResult(connection)) PQclear(result);
    throw ServerError(copy_refused(), sql);
  }

  ConnectionUrl url_;
  NoticeHandler notice_handler_;
  ResultRecorder recorder_;
  RawConnection connection_;
  Driver driver_;
};

bool CancelHandle::cancel() const noexcept {
  char reason[256];
  return handle_ && PQcancel(static_cast<PGcancel*>(handle_.get()), reason, sizeof reason) != 0;
}

Session::Session(const ConnectionUrl& url, SessionOptions options)
    : implementation_(std::make_unique<Implementation>(url, std::move(options))) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Rows Session::query(const std::string& sql) { return implementation_->execute(sql); }

Rows Session::query(const std::string& sql, const Parameters& parameters) {
  for (const auto& value : parameters) {
    if (value) refuse_nul(*value);
  }
  return implementation_->execute(sql, parameters);
}

std::vector<Rows> Session::query_all(const std::string& sql) {
  std::vector<Rows> all;
  query_each(sql, [&](Rows rows) { all.push_back(std::move(rows)); });
  return all;
}

void Session::query_each(const std::string& sql, const std::function<void(Rows)>& take) {
  implementation_->execute_each(sql, take);
}

CommandOutcome Session::execute(const std::string& sql) {
  const Rows last = implementation_->execute(sql);
  return {last.command_tag(), last.affected()};
}

void Session::set(std::string_view setting, std::string_view value) {
  query("SELECT pg_catalog.set_config($1, $2, false)", {std::string(setting), std::string(value)});
}

std::string Session::setting(std::string_view name) {
  return query("SELECT pg_catalog.current_setting($1)", {std::string(name)}).front().string(0);
}

int Session::server_version_num() const { return PQserverVersion(implementation_->raw()); }
int Session::backend_pid() const { return PQbackendPID(implementation_->raw()); }

std::string Session::parameter_status(const std::string& name) const {
  return text_or_empty(PQparameterStatus(implementation_->raw(), name.c_str()));
}

TransactionStatus Session::transaction_status() const {
  switch (PQtransactionStatus(implementation_->raw())) {
    case PQTRANS_IDLE: return TransactionStatus::idle;
    case PQTRANS_INTRANS: return TransactionStatus::in_transaction;
    case PQTRANS_INERROR: return TransactionStatus::failed;
    case PQTRANS_ACTIVE: return TransactionStatus::busy;
    case PQTRANS_UNKNOWN: break;
  }
  return TransactionStatus::unknown;
}

std::string Session::database() const { return text_or_empty(PQdb(implementation_->raw())); }
std::string Session::user() const { return text_or_empty(PQuser(implementation_->raw())); }
std::string Session::host() const { return text_or_empty(PQhost(implementation_->raw())); }
const ConnectionUrl& Session::url() const { return implementation_->url(); }

CancelHandle Session::cancel_handle() const {
  PGcancel* cancel = PQgetCancel(implementation_->raw());
  return CancelHandle(std::shared_ptr<void>(
      cancel, [](void* handle) { PQfreeCancel(static_cast<PGcancel*>(handle)); }));
}

void Session::on_notice(NoticeHandler handler) { implementation_->on_notice(std::move(handler)); }

namespace {

// Fails for text that is not valid in the client's encoding.
std::string quoted(PGconn* connection, char* text) {
  const std::unique_ptr<char, decltype(&PQfreemem)> owner(text, &PQfreemem);
  if (!owner)
    throw Failure(std::string("cannot quote a name or a value: ") + PQerrorMessage(connection));
  return owner.get();
}

}  // namespace

std::string Session::quote_identifier(std::string_view name) const {
  PGconn* connection = implementation_->raw();
  return quoted(connection, PQescapeIdentifier(connection, name.data(), name.size()));
}

std::string Session::quote_literal(std::string_view value) const {
  PGconn* connection = implementation_->raw();
  return quoted(connection, PQescapeLiteral(connection, value.data(), value.size()));
}

}  // namespace pgplumb::pg
