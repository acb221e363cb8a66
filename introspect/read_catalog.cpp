#include "introspect/read_catalog.hpp"

#include <future>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "introspect/kind_stages.hpp"
#include "introspect/snapshot_session.hpp"
#include "introspect/unmodeled.hpp"
#include "pg/connection_error.hpp"
#include "pg/transaction.hpp"
#include "sql/canonical.hpp"

namespace pgplumb::introspect {
namespace {

using Answers = std::vector<LaneAnswer>;

// To ask for what the role may not read would fail the whole batch.
ReadRights rights_of(pg::Session& session) {
  return {session
              .query("select has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', "
                     "'select')")
              .front()
              .boolean(0)};
}

QueryList all_queries(pg::Session& session) {
  QueryList queries(session.server_version_num(), rights_of(session));
  Names::ask(queries);
#define PGPLUMB_KIND(kind, Type, words, weight) \
  queries.start(slot_of(ObjectKind::kind));     \
  ask_for(KindTag<Type>{}, queries);
  PGPLUMB_OBJECT_KINDS(PGPLUMB_KIND)
#undef PGPLUMB_KIND
  return queries;
}

QueryResults by_slot(const QueryList& queries, const Answers& first, const Answers& second) {
  std::vector<pg::Rows> in_order(queries.queries().size());
  for (const LaneAnswer& answer : first) in_order[answer.query] = answer.rows;
  for (const LaneAnswer& answer : second) in_order[answer.query] = answer.rows;
  QueryResults results;
  for (std::size_t at = 0; at < in_order.size(); ++at) {
    results[queries.queries()[at].slot].push_back(std::move(in_order[at]));
  }
  return results;
}

Catalog decode_kinds(const QueryResults& results, int server_version, const ReadOptions& options) {
  const Names names(results[kNamesSlot], results[slot_of(ObjectKind::attribute)].front(),
                    options.ignore);
  Reader reader(names, server_version);
#define PGPLUMB_KIND(kind, Type, words, weight) \
  decode(KindTag<Type>{}, results[slot_of(ObjectKind::kind)], reader);
  PGPLUMB_OBJECT_KINDS(PGPLUMB_KIND)
#undef PGPLUMB_KIND
  return std::move(reader).take_catalog();
}

void report_unread(const QueryList& queries, const Catalog& catalog, pg::Session& session,
                   Diagnostics& diagnostics) {
  if (queries.rights().connection_strings) return;
  ObjectId first;
  first.kind = ObjectKind::subscription;
  const auto found = catalog.objects().lower_bound(first);
  if (found == catalog.objects().end() || found->first.kind != first.kind) return;
  diagnostics.add(DiagnosticCode::not_readable,
                  "role \"" + session.user() +
                      "\" may not read the connection strings of subscriptions (a superuser "
                      "may): they are not compared");
}

// `session` is in the transaction that the answers come from. The server lists what is not
// modelled while the answers are decoded.
Catalog decode_all(const QueryList& queries, const QueryResults& results, pg::Session& session,
                   const ReadOptions& options, Diagnostics& diagnostics) {
  const int version = session.server_version_num();
  auto unmodeled = std::async(std::launch::async, [&session, &diagnostics] {
    return read_unmodeled(session, diagnostics);
  });
  Catalog catalog = decode_kinds(results, version, options);
  for (Unmanaged& found : unmodeled.get()) catalog.unmanaged.push_back(std::move(found));
  report_unread(queries, catalog, session, diagnostics);
  return catalog;
}

std::string settings(const ReadOptions& options) {
  return pinned_settings(options.lock_timeout, options.statement_timeout);
}

// The second connection's part of a read: its lane, in the first one's snapshot.
class SecondConnection {
 public:
  // Begins to connect at once.
  explicit SecondConnection(const pg::ConnectionUrl& url)
      : session_(std::async(std::launch::async, [url] { return connected(url); })) {}

  // Nothing when the connection or the snapshot can't be had; the first one reads it then.
  std::future<std::optional<Answers>> run(const QueryList& queries, std::string snapshot,
                                          const ReadOptions& options) {
    return std::async(std::launch::async,
                      [this, &queries, &options, snapshot = std::move(snapshot)] {
                        std::unique_ptr<pg::Session> session = session_.get();
                        if (!session || !joined(*session, snapshot, options))
                          return std::optional<Answers>();
                        return std::optional(run_lane(*session, queries, Lane::second));
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

  static bool joined(pg::Session& session, const std::string& snapshot,
                     const ReadOptions& options) {
    try {
      session.execute("begin isolation level repeatable read read only;set transaction snapshot " +
                      session.quote_literal(snapshot) + ";" + settings(options));
      return true;
    } catch (const pg::ServerError&) {
      return false;  // a pooler may have led to another server
    }
  }

  std::future<std::unique_ptr<pg::Session>> session_;
};

Catalog read_over_one(pg::Session& session, const ReadOptions& options, Diagnostics& diagnostics) {
  const QueryList queries = all_queries(session);
  const Answers first = run_lane(session, queries, Lane::first);
  const Answers second = run_lane(session, queries, Lane::second);
  return decode_all(queries, by_slot(queries, first, second), session, options, diagnostics);
}

Catalog read_over_two(pg::Session& session, SecondConnection& second, const ReadOptions& options,
                      Diagnostics& diagnostics) {
  const QueryList queries = all_queries(session);
  const std::string snapshot = session.query("select pg_export_snapshot()").front().string(0);
  std::future<std::optional<Answers>> pending = second.run(queries, snapshot, options);
  const Answers first = run_lane(session, queries, Lane::first);
  std::optional<Answers> other = pending.get();
  if (!other) other = run_lane(session, queries, Lane::second);
  return decode_all(queries, by_slot(queries, first, *other), session, options, diagnostics);
}

// Settings of an open transaction come back with the savepoint.
Catalog read_inside_transaction(pg::Session& session, const ReadOptions& options,
                                Diagnostics& diagnostics) {
  pg::Savepoint savepoint(session, "pgplumb_read");
  session.execute(settings(options));
  Catalog catalog = read_over_one(session, options, diagnostics);
  savepoint.rollback();
  return catalog;
}

Catalog read_in_own_transaction(pg::Session& session, const ReadOptions& options,
                                Diagnostics& diagnostics) {
  const pg::Transaction transaction(session, pg::Isolation::repeatable_read, pg::Access::read_only);
  session.execute(settings(options));
  return read_over_one(session, options, diagnostics);
}

Catalog read_over_url(const pg::ConnectionUrl& url, const ReadOptions& options,
                      Diagnostics& diagnostics) {
  if (options.connections < 2) {
    pg::Session session(url);
    return read_in_own_transaction(session, options, diagnostics);
  }
  SecondConnection second(url);
  pg::Session session(url);
  const pg::Transaction transaction(session, pg::Isolation::repeatable_read, pg::Access::read_only);
  session.execute(settings(options));
  return read_over_two(session, second, options, diagnostics);
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
