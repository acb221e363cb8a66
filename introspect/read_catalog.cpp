#include "introspect/read_catalog.hpp"

#include <future>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "introspect/answers.hpp"
#include "introspect/extension_contents.hpp"
#include "introspect/kind_stages.hpp"
#include "introspect/snapshot_session.hpp"
#include "introspect/unmodeled.hpp"
#include "pg/connection_error.hpp"
#include "pg/transaction.hpp"
#include "sql/canonical.hpp"
#include "sql/time_zones.hpp"

namespace pgplumb::introspect {
namespace {

// To ask for what the role may not read would fail the whole batch.
ReadRights rights_of(pg::Session& session) {
  return {session
              .query("select has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', "
                     "'select')")
              .front()
              .boolean(0)};
}

template <typename T>
void ask(QueryList& queries) {
  queries.start(slot_of(KindOf<T>::value));
  ask_for(KindTag<T>{}, queries);
}

template <typename T>
void ask_after_columns(QueryList& queries) {
  if constexpr (!std::is_same_v<T, Attribute>) ask<T>(queries);
}

std::vector<bool> filled_sources(pg::Session& session, const QueryList& queries) {
  std::string question;
  for (const std::string& source : queries.sources()) {
    question += (question.empty() ? "select exists (select from " : ", exists (select from ");
    question += source + ")";
  }
  const pg::Rows answer = session.query(question);
  std::vector<bool> filled;
  for (std::size_t at = 0; at < queries.sources().size(); ++at) {
    filled.push_back(answer.front().boolean(at));
  }
  return filled;
}

QueryList all_queries(pg::Session& session, ReadRights rights, IndexLabels labels) {
  QueryList queries(session.server_version_num(), rights, labels);
  Names::ask(queries);
  ask<Attribute>(queries);  // first, because all decoders want the names of columns
#define PGPLUMB_KIND(kind, Type, words, weight) ask_after_columns<Type>(queries);
  PGPLUMB_OBJECT_KINDS(PGPLUMB_KIND)
#undef PGPLUMB_KIND
  look_at_unmodeled(queries);
  queries.ask_only_filled(filled_sources(session, queries));
  return queries;
}

// The part of a read that comes first.
struct EarlyPart {
  Names names;
  ExtensionContents extensions;
};

EarlyPart read_early(pg::Session& session, Answers& answers, const ReadOptions& options) {
  answers.run(session, Lane::early);
  Names names(answers.wait_for(kNamesSlot), options.ignore);
  answers.forget(kNamesSlot);
  ExtensionContents extensions =
      extension_contents(answers.wait_for(slot_of(ObjectKind::extension)), names);
  if (options.on_extension_contents) options.on_extension_contents(extensions);
  return {std::move(names), std::move(extensions)};
}

template <typename T>
void decode_kind(Answers& answers, Reader& reader) {
  constexpr std::size_t slot = slot_of(KindOf<T>::value);
  decode(KindTag<T>{}, answers.wait_for(slot), reader);
  answers.forget(slot);
}

Catalog decode_kinds(Answers& answers, const Names& names, int server_version) {
  Reader reader(names, server_version);
#define PGPLUMB_KIND(kind, Type, words, weight) decode_kind<Type>(answers, reader);
  PGPLUMB_OBJECT_KINDS(PGPLUMB_KIND)
#undef PGPLUMB_KIND
  return std::move(reader).take_catalog();
}

void report_unread(const QueryList& queries, const Catalog& catalog, pg::Session& session,
                   Diagnostics& diagnostics) {
  if (queries.rights().connection_strings) return;
  if (catalog.all<Subscription>().empty()) return;
  diagnostics.add(DiagnosticCode::not_readable,
                  "role \"" + session.user() +
                      "\" may not read the connection strings of subscriptions (a superuser "
                      "may): they are not compared");
}

std::string settings(const ReadOptions& options) {
  return pinned_settings(options.lock_timeout, options.statement_timeout);
}

// The second connection's part of a read: its lane, in the first one's snapshot.
class SecondConnection {
 public:
  // Begins to connect at once, where no session is lent.
  SecondConnection(const pg::ConnectionUrl& url, std::shared_future<pg::Session*> lent)
      : lent_(std::move(lent)) {
    if (!lent_.valid()) own_ = std::async(std::launch::async, [url] { return connected(url); });
  }

  // False when the connection or the snapshot can't be had; the first one reads it then.
  std::future<bool> run(Answers& answers, std::string snapshot, const ReadOptions& options) {
    return std::async(std::launch::async,
                      [this, &answers, &options, snapshot = std::move(snapshot)] {
                        std::unique_ptr<pg::Session> own;
                        if (own_.valid()) own = own_.get();
                        pg::Session* session = lent_.valid() ? lent_.get() : own.get();
                        return session != nullptr && read(*session, answers, snapshot, options);
                      });
  }

 private:
  static std::unique_ptr<pg::Session> connected(const pg::ConnectionUrl& url) {
    try {
      return std::make_unique<pg::Session>(url);
    } catch (const pg::ConnectionError&) {
      return nullptr;  // one connection can do it all
    }
  }

  static bool read(pg::Session& session, Answers& answers, const std::string& snapshot,
                   const ReadOptions& options) {
    std::optional<pg::Transaction> transaction;
    try {
      transaction.emplace(session, pg::Isolation::repeatable_read, pg::Access::read_only);
      session.execute("set transaction snapshot " + session.quote_literal(snapshot) + ";" +
                      settings(options));
    } catch (const pg::ServerError&) {
      return false;  // a pooler may have led to another server
    }
    answers.run(session, Lane::second);
    return true;
  }

  std::shared_future<pg::Session*> lent_;
  std::future<std::unique_ptr<pg::Session>> own_;
};

// What is left when the first lane has been read: another connection's, where there is none, and
// what is not modelled.
struct Rest {
  std::vector<Unmanaged> unmodeled;
  Diagnostics diagnostics;
};

Rest read_rest(pg::Session& session, const QueryList& queries, Answers& answers,
               std::future<bool>& second) {
  answers.run(session, Lane::first);
  const bool read = second.valid() && second.get();
  if (!read) answers.run(session, Lane::second);
  Rest rest;
  rest.unmodeled = read_unmodeled(session, queries, rest.diagnostics);
  return rest;
}

// `second` may be null. Each kind is decoded while the server answers for the next ones.
Catalog read_over(pg::Session& session, SecondConnection* second, const ReadOptions& options,
                  Diagnostics& diagnostics) {
  const IndexLabels labels = options.index_labels ? IndexLabels::read : IndexLabels::unread;
  const QueryList queries = all_queries(session, rights_of(session), labels);
  Answers answers(queries);
  std::future<bool> other;
  if (second != nullptr) {
    other = second->run(answers, session.query("select pg_export_snapshot()").front().string(0),
                        options);
  }
  EarlyPart early = read_early(session, answers, options);
  const int version = session.server_version_num();
  std::future<Rest> pending =
      std::async(std::launch::async, [&] { return read_rest(session, queries, answers, other); });
  early.names.learn_attributes(answers.wait_for(slot_of(ObjectKind::attribute)).front());
  Catalog catalog = decode_kinds(answers, early.names, version);
  catalog.extension_contents = std::move(early.extensions);
  catalog.database = session.database();
  Rest rest = pending.get();
  diagnostics.append(rest.diagnostics);
  for (Unmanaged& found : rest.unmodeled) catalog.unmanaged.push_back(std::move(found));
  report_unread(queries, catalog, session, diagnostics);
  return catalog;
}

// Settings of an open transaction come back with the savepoint.
Catalog read_inside_transaction(pg::Session& session, const ReadOptions& options,
                                Diagnostics& diagnostics) {
  pg::Savepoint savepoint(session, "pgplumb_read");
  session.execute(settings(options));
  Catalog catalog = read_over(session, nullptr, options, diagnostics);
  savepoint.rollback();
  return catalog;
}

Catalog read_in_own_transaction(pg::Session& session, const ReadOptions& options,
                                Diagnostics& diagnostics) {
  const bool in_utc = sql::is_utc(session.parameter_status("TimeZone"));
  const pg::Transaction transaction(session, pg::Isolation::repeatable_read, pg::Access::read_only);
  session.execute(settings(options));
  Catalog catalog = read_over(session, nullptr, options, diagnostics);
  catalog.sessions_in_utc = in_utc;
  return catalog;
}

Catalog read_over_url(const pg::ConnectionUrl& url, const ReadOptions& options,
                      Diagnostics& diagnostics) {
  if (options.connections < 2) {
    pg::Session session(url);
    if (options.before_snapshot) options.before_snapshot();
    return read_in_own_transaction(session, options, diagnostics);
  }
  SecondConnection second(url, options.second);
  pg::Session session(url);
  if (options.before_snapshot) options.before_snapshot();
  const bool in_utc = sql::is_utc(session.parameter_status("TimeZone"));
  const pg::Transaction transaction(session, pg::Isolation::repeatable_read, pg::Access::read_only);
  session.execute(settings(options));
  Catalog catalog = read_over(session, &second, options, diagnostics);
  catalog.sessions_in_utc = in_utc;
  return catalog;
}

// The printers look at what exists now, not at the snapshot: where somebody drops an object in
// between they fail with "cache lookup failed". The next snapshot does not have it.
bool may_be_a_race(const pg::ServerError& error) { return error.sqlstate() == "XX000"; }

template <typename Read>
Catalog with_retries(const Read& read, Diagnostics& diagnostics) {
  constexpr int kAttempts = 3;
  for (int attempt = 1;; ++attempt) {
    Diagnostics found;
    try {
      Catalog catalog = read(found);
      diagnostics.append(found);
      return catalog;
    } catch (const pg::ServerError& error) {
      if (attempt == kAttempts || !may_be_a_race(error)) throw;
    }
  }
}

Catalog finished(Catalog catalog, const ReadOptions& options) {
  catalog.settle();
  if (options.canonicalize) sql::canonicalize_all(catalog);
  return catalog;
}

}  // namespace

Catalog read_catalog(const pg::ConnectionUrl& url, const ReadOptions& options,
                     Diagnostics& diagnostics) {
  const auto read = [&](Diagnostics& found) { return read_over_url(url, options, found); };
  return finished(with_retries(read, diagnostics), options);
}

Catalog read_catalog(pg::Session& session, const ReadOptions& options, Diagnostics& diagnostics) {
  if (session.transaction_status() == pg::TransactionStatus::in_transaction) {
    return finished(read_inside_transaction(session, options, diagnostics), options);
  }
  const auto read = [&](Diagnostics& found) {
    return read_in_own_transaction(session, options, found);
  };
  return finished(with_retries(read, diagnostics), options);
}

}  // namespace pgplumb::introspect
