#include "scratch/databases.hpp"

#include <chrono>
#include <string>
#include <thread>

namespace pgplumb::scratch {
namespace {

// DROP DATABASE sleeps for 100 ms whenever it meets a session that is just about to end, which is
// what a caller leaves behind who has closed its own a moment ago.
void end_sessions(pg::Session& session, std::string_view name) {
  for (int attempt = 0; attempt < 20; ++attempt) {
    const pg::Rows rows = session.query(
        "SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity"
        " WHERE datname = $1",
        {std::string(name)});
    if (rows.empty()) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

}  // namespace

void create_database(pg::Session& session, std::string_view name, const DatabaseOptions& options,
                     Copying copying) {
  const std::string encoding = options.encoding.empty() ? "UTF8" : options.encoding;
  const std::string locale =
      session.quote_literal(options.locale.empty() ? std::string("C") : options.locale);
  // Older servers know no other way than to copy the files.
  const bool choose_files = copying == Copying::files && session.server_major() >= 15;
  const std::string strategy = choose_files ? " STRATEGY file_copy" : "";
  session.execute("CREATE DATABASE " + session.quote_identifier(name) +
                  " TEMPLATE template0 ENCODING " + session.quote_literal(encoding) +
                  " LC_COLLATE " + locale + " LC_CTYPE " + locale + strategy);
}

void drop_database(pg::Session& session, std::string_view name) {
  end_sessions(session, name);
  session.execute("DROP DATABASE " + session.quote_identifier(name) + " WITH (FORCE)");
}

}  // namespace pgplumb::scratch
