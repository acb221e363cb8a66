#include "workflow/scratch_build.hpp"

#include <exception>
#include <string>
#include <utility>

#include "base/assert.hpp"
#include "introspect/read_catalog.hpp"
#include "pg/server_error.hpp"
#include "schema/quote.hpp"

namespace pgplumb::workflow {
namespace {

constexpr std::string_view kUndefinedObject = "42704";

// The role of 'role "x" does not exist'. Names are as the server prints them.
std::optional<std::string> missing_role(const pg::ServerError& error) {
  constexpr std::string_view kBefore = "role \"";
  constexpr std::string_view kAfter = "\" does not exist";
  const std::string& message = error.message();
  if (error.sqlstate() != kUndefinedObject && error.sqlstate() != "22023") return std::nullopt;
  if (!message.starts_with(kBefore) || !message.ends_with(kAfter)) return std::nullopt;
  return message.substr(kBefore.size(), message.size() - kBefore.size() - kAfter.size());
}

// A provider of labels is a library that the real server loads, and this one does not.
bool lacks_label_provider(const pg::ServerError& error) {
  const std::string& message = error.message();
  return error.sqlstate() == "22023" && (message.starts_with("security label provider \"") ||
                                         message == "no security label providers have been loaded");
}

Diagnostic refused(const migrations::ScriptStatement& statement, const pg::ServerError& error) {
  SourceSpan span = statement.span;
  if (error.position() > 0) {
    span.begin = span.source->offset_of_character(span.begin, error.position());
    span.end = span.begin;
  }
  Diagnostic problem{DiagnosticCode::proof_failed,
                     "the scratch server refuses this: " + printable(error.message()) +
                         " (SQLSTATE " + error.sqlstate() + ")",
                     span,
                     {}};
  if (!error.report().detail.empty()) {
    problem.notes.push_back({"detail: " + printable(error.report().detail), {}});
  }
  if (!error.report().hint.empty()) {
    problem.notes.push_back({"hint: " + printable(error.report().hint), {}});
  }
  return problem;
}

Diagnostic unsafe(const migrations::ScriptStatement& statement, const std::string& why) {
  return {DiagnosticCode::proof_failed,
          "not run on the scratch server: " + why + " (subscription " +
              printable(statement.replication.subscription) + ")",
          statement.span,
          {}};
}

// As a value of libpq's keyword "options".
std::string as_option(std::string_view setting, std::string_view value) {
  std::string option = "-c ";
  for (const char c : std::string(setting) + "=" + std::string(value)) {
    if (c == ' ' || c == '\\') option += '\\';
    option += c;
  }
  return option;
}

std::string as_setting(const SearchPath& path) {
  std::string value;
  for (const std::string& name : path) {
    value += (value.empty() ? "" : ",") + quote_identifier(name);
  }
  return value;
}

// What the real sessions find before the text, in a way that reading the database back does not
// show.
pg::ConnectionUrl with_settings(const pg::ConnectionUrl& url, const Surroundings& surroundings) {
  std::string options = url.parameter("options");
  const auto add = [&](std::string_view setting, const std::string& value) {
    options += (options.empty() ? "" : " ") + as_option(setting, value);
  };
  if (surroundings.search_path != SearchPath{"public"}) {
    add("search_path", as_setting(surroundings.search_path));
  }
  for (const auto& [setting, value] : surroundings.formats) add(setting, value);
  return options.empty() ? url : url.with("options", options);
}

}  // namespace

Transactions transactions_of(const SqlFiles& files) {
  return files.is_history ? Transactions::per_file : Transactions::per_statement;
}

ScratchBuild::ScratchBuild(scratch::ScratchServer& server, Transactions transactions,
                           const Surroundings& surroundings)
    : database_(server.fresh_database()),
      sessions_(with_settings(database_.url(), surroundings)),
      session_(sessions_),
      role_(session_.query("select session_user").front().string(0)),
      transactions_(transactions) {
  if (server.is_throwaway()) make_roles(surroundings);
  for (const std::string& name : surroundings.namespaces) {
    session_.execute("create schema " + session_.quote_identifier(name));
  }
}

std::set<std::string> ScratchBuild::present_roles() {
  std::set<std::string> roles;
  const auto rows = session_.query("select rolname from pg_catalog.pg_roles");
  for (const pg::Row row : rows) roles.insert(row.string(0));
  return roles;
}

// Texts ask whether a role exists: those of the real server do.
void ScratchBuild::make_roles(const Surroundings& surroundings) {
  roles_before_ = present_roles();
  if (!surroundings.roles) return;
  for (const ServerRole& role : surroundings.roles()) {
    if (!roles_before_->insert(role.name).second) continue;
    try {
      session_.execute("create role " + session_.quote_identifier(role.name) +
                       (role.superuser ? " superuser" : ""));
    } catch (const pg::ServerError&) {  // NOLINT(bugprone-empty-catch)
      // A provider's servers have roles whose names are reserved elsewhere.
    }
  }
}

// Those of the text are gone when it is built once more.
void ScratchBuild::drop_roles() {
  if (!roles_before_) return;
  session_.execute("reset session authorization; reset role");
  for (const std::string& role : present_roles()) {
    if (roles_before_->contains(role)) continue;
    const std::string name = session_.quote_identifier(role);
    session_.execute("drop owned by " + name + " cascade");
    session_.execute("drop role " + name);
  }
}

ScratchBuild::~ScratchBuild() {
  try {
    drop_subscriptions();
    drop_roles();
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): nobody to tell
  }
}

// A database that has some can't be dropped.
void ScratchBuild::drop_subscriptions() {
  if (in_transaction_) session_.execute("rollback");
  in_transaction_ = false;
  const pg::Rows rows = session_.query(
      "select s.subname from pg_catalog.pg_subscription s join pg_catalog.pg_database d "
      "on d.oid = s.subdbid where d.datname = current_database()");
  for (const pg::Row row : rows) {
    forget_slot(row.string(0));
    session_.execute("drop subscription " + session_.quote_identifier(row.string(0)));
  }
}

void ScratchBuild::forget_slot(const std::string& subscription) {
  const std::string alter = "alter subscription " + session_.quote_identifier(subscription);
  session_.execute(alter + " disable");
  session_.execute(alter + " set (slot_name = none)");
}

void ScratchBuild::begin_file(const migrations::Source& file) {
  end_file();
  renew_session();
  Diagnostics ignored;  // syntax errors are the replay's to report
  script_ = migrations::read_script(file, ignored);
  current_ = file;
  next_ = 0;
  if (transactions_ == Transactions::per_statement || !script_.transactional) return;
  session_.execute("begin");
  in_transaction_ = true;
}

// Each file is a session of its own. A new connection is only worth its time where ALTER DATABASE
// or ALTER ROLE changed what a new one starts with.
void ScratchBuild::renew_session() {
  const pg::Rows rows = session_.query(
      "select coalesce(string_agg(s::text, ' ' order by s::text), '') from "
      "pg_catalog.pg_db_role_setting s");
  const std::string settings = rows.front().string(0);
  if (settings == settings_) {
    session_.execute("reset session authorization; reset role; reset all; discard temp");
    return;
  }
  settings_ = settings;
  session_ = pg::Session(sessions_);
}

void ScratchBuild::end_file() {
  if (in_transaction_) session_.execute("commit");
  in_transaction_ = false;
}

std::optional<Diagnostic> ScratchBuild::run(const migrations::Source& file,
                                            std::optional<std::size_t> last_offset) {
  if (current_ != file) begin_file(file);
  while (next_ < script_.statements.size()) {
    const migrations::ScriptStatement& statement = script_.statements[next_];
    if (last_offset && statement.span.begin > *last_offset) return std::nullopt;
    ++next_;
    if (auto problem = run_statement(statement)) return problem;
  }
  if (!last_offset) end_file();
  return std::nullopt;
}

std::optional<Diagnostic> ScratchBuild::retry() {
  PGPLUMB_ASSERT(refusal_ && next_ > 0);
  --next_;
  return run(current_);
}

Result<Catalog> ScratchBuild::try_out(const migrations::Source& file) {
  begin_file(file);
  PGPLUMB_ASSERT(in_transaction_);
  std::optional<Diagnostic> problem;
  while (!problem && next_ < script_.statements.size()) {
    problem = run_statement(script_.statements[next_++]);
  }
  std::optional<Catalog> state;
  if (!problem) state = read();
  session_.execute("rollback");
  in_transaction_ = false;
  current_ = nullptr;
  if (problem) return std::move(*problem);
  return std::move(*state);
}

std::optional<Diagnostic> ScratchBuild::run(const SqlFiles& files) {
  for (const migrations::Source& file : files.files) {
    if (auto problem = run(file)) return problem;
  }
  return std::nullopt;
}

// A copy of the schema must not speak to the publisher of the real one, nor take its slot.
std::optional<Diagnostic> ScratchBuild::keep_from_publisher(
    const migrations::ScriptStatement& statement) {
  switch (statement.replication.effect) {
    case sql::ReplicationEffect::none: return std::nullopt;
    case sql::ReplicationEffect::connects:
      return unsafe(statement,
                    "it would connect to the publisher; WITH (connect = false) does not");
    case sql::ReplicationEffect::starts: {
      const pg::Rows rows = session_.query(
          "select current_setting('max_worker_processes')::int > 0 and "
          "current_setting('max_logical_replication_workers')::int > 0");
      if (!rows.front().boolean(0)) return std::nullopt;
      return unsafe(statement, "that server would begin to replicate");
    }
    case sql::ReplicationEffect::drops_slot: break;
  }
  const std::string& name = statement.replication.subscription;
  const pg::Rows found = session_.query(
      "select from pg_catalog.pg_subscription s join pg_catalog.pg_database d on d.oid = s.subdbid "
      "where d.datname = current_database() and s.subname = $1 and s.subslotname is not null",
      {name});
  if (found.empty()) return std::nullopt;
  forget_slot(name);
  return std::nullopt;
}

// In a file that is one transaction, BEGIN and COMMIT are the runner's business.
std::optional<Diagnostic> ScratchBuild::control_transaction(
    const migrations::ScriptStatement& statement) {
  if (transactions_ == Transactions::per_file && script_.transactional) return std::nullopt;
  try {
    session_.execute(statement.text);
  } catch (const pg::ServerError& error) {
    in_transaction_ = false;
    return refused(statement, error);
  }
  in_transaction_ = session_.transaction_status() == pg::TransactionStatus::in_transaction;
  return std::nullopt;
}

std::optional<Diagnostic> ScratchBuild::run_statement(
    const migrations::ScriptStatement& statement) {
  refusal_.reset();
  if (statement.transaction_control) return control_transaction(statement);
  if (statement.reads_client_data) return std::nullopt;  // rows are no part of a schema
  if (auto problem = keep_from_publisher(statement)) return problem;
  // Releasing a savepoint of ours would release those that the statement has set after it.
  const bool guarded = in_transaction_ && !statement.about_savepoint;
  constexpr int kMostRoles = 50;  // of one statement
  for (int attempt = 0;; ++attempt) {
    try {
      if (guarded) session_.execute("savepoint pgplumb_statement");
      session_.execute(statement.text);
      if (guarded) session_.execute("release savepoint pgplumb_statement");
      return std::nullopt;
    } catch (const pg::ServerError& error) {
      if (guarded) session_.execute("rollback to savepoint pgplumb_statement");
      if (leaves_labels_ && lacks_label_provider(error)) return std::nullopt;
      refusal_ = error.report();
      const auto role = missing_role(error);
      if (!role || attempt == kMostRoles) return refused(statement, error);
      if (!make_stand_in(*role)) return refused(statement, error);
      if (guarded) look_around();
    }
  }
}

// In a session of its own: the role in force in ours may not make any.
bool ScratchBuild::make_stand_in(const std::string& role) {
  try {
    pg::Session maker(database_.url());
    maker.execute("create role " + maker.quote_identifier(role));
    return true;
  } catch (const pg::ServerError&) {
    return false;  // what is refused says why
  }
}

// Within a transaction the server remembers that there was no such role, until it locks something
// anew.
void ScratchBuild::look_around() {
  session_.execute("select from pg_catalog.pg_am limit 0");
  session_.execute("rollback to savepoint pgplumb_statement");
}

Catalog ScratchBuild::read() {
  Diagnostics ignored;
  introspect::ReadOptions options;
  options.index_labels = true;
  Catalog state = in_transaction_ ? introspect::read_catalog(session_, options, ignored)
                                  : introspect::read_catalog(database_.url(), options, ignored);
  // Whoever ran the text, also where most of what it makes belongs to somebody else.
  state.default_owner = role_;
  return state;
}

ScratchResolver::ScratchResolver(std::function<scratch::ScratchServer*()> open,
                                 Transactions transactions, Surroundings surroundings)
    : open_(std::move(open)), transactions_(transactions), surroundings_(std::move(surroundings)) {}

ScratchResolver::~ScratchResolver() = default;

void ScratchResolver::begin_file(const migrations::Source& file) { waiting_.push_back(file); }

std::optional<Catalog> ScratchResolver::state_after(const sql::Statement& statement,
                                                    const Catalog& /*before*/) {
  if (failed_) return std::nullopt;
  if (build_ == nullptr) {
    scratch::ScratchServer* server = open_();
    failed_ = server == nullptr;
    if (failed_) return std::nullopt;
    build_ = std::make_unique<ScratchBuild>(*server, transactions_, surroundings_);
  }
  while (!waiting_.empty()) {
    const migrations::Source file = waiting_.front();
    const bool here = file == statement.written.source;
    const auto problem =
        build_->run(file, here ? std::optional(statement.written.begin) : std::nullopt);
    if (problem) {
      diagnostics_.add(*problem);
      failed_ = true;
      return std::nullopt;
    }
    if (here) break;
    waiting_.erase(waiting_.begin());
  }
  return build_->read();
}

}  // namespace pgplumb::workflow
