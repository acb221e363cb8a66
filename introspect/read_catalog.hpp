// A live server's schema as a Catalog, read in one snapshot. Writes nothing; takes no lock beyond
// ACCESS SHARE on the system catalogs.
#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <vector>

#include "base/diagnostic.hpp"
#include "pg/connection_url.hpp"
#include "pg/session.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::introspect {

struct ReadOptions {
  // Tables to leave out, with their sequences, indexes and constraints: pgplumb's own.
  std::vector<QualifiedName> ignore;
  // Whether sql::canonicalize_all is run on the result. Without it every Expression holds the
  // server's text alone.
  bool canonicalize = true;
  // Whether the columns' names that indexes have of their own are read, too: nobody compares them,
  // but a replay that goes on from here names new indexes after them.
  bool index_labels = false;
  // Connections to read over. 2 halves the time; where a second one can't be had, one does it all.
  int connections = 2;
  // For the second one: a session of the caller's with the same database, used from the time when
  // this is ready until the read has ended. Null, once ready: there is none. Not valid: a
  // connection of the read's own.
  std::shared_future<pg::Session*> second;
  // Called when the connections are there and before the snapshot is taken, again where a read had
  // to be repeated; from the thread that reads. What it throws ends the read. May be empty.
  std::function<void()> before_snapshot;
  // Told what the extensions hold as soon as that is known, long before the rest; from the thread
  // that reads, and again where a read had to be repeated. May be empty.
  std::function<void(const ExtensionContents&)> on_extension_contents;
  std::chrono::milliseconds lock_timeout{10'000};
  std::chrono::milliseconds statement_timeout{300'000};
};

// Everything outside system namespaces that does not belong to an extension and is not temporary:
// objects of the modelled kinds with owners, privileges and comments; the contents of the installed
// extensions; and what exists but is not modelled, in Catalog::unmanaged. Expressions are as the
// server prints them with an empty search path. server_version and default_owner are set.
//
// What this role may not see is a `not_readable` diagnostic. Throws pg::ConnectionError and
// pg::ServerError.
[[nodiscard]] Catalog read_catalog(const pg::ConnectionUrl& url, const ReadOptions& options,
                                   Diagnostics& diagnostics);

// The same over one session. Inside an open transaction it sees what that transaction did, and
// leaves its settings as they were; else it begins and ends one of its own (REPEATABLE READ, READ
// ONLY).
[[nodiscard]] Catalog read_catalog(pg::Session& session, const ReadOptions& options,
                                   Diagnostics& diagnostics);

}  // namespace pgplumb::introspect
