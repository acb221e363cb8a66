#include "scratch/owned_databases.hpp"

#include <random>
#include <utility>
#include <vector>

#include "pg/advisory_lock.hpp"
#include "scratch/databases.hpp"

namespace pgplumb::scratch {
namespace {

constexpr std::string_view kFront = "pgplumb_scratch_";
constexpr std::string_view kDigits = "0123456789abcdefghijklmnopqrstuvwxyz";
constexpr std::size_t kTimeLength = 7;
constexpr std::size_t kRandomLength = 12;
// Longer than it takes to make a database behind a pooler, where no lock holds.
constexpr std::int64_t kYoung = 600;

std::int64_t server_seconds(pg::Session& session) {
  return session.query("select extract(epoch from clock_timestamp())::bigint").front().integer(0);
}

std::int64_t seconds_in(std::string_view name) {
  std::int64_t seconds = 0;
  for (const char c : name.substr(kFront.size(), kTimeLength)) {
    seconds = seconds * 36 + static_cast<std::int64_t>(kDigits.find(c));
  }
  return seconds;
}

// In whatever database of the server: the one to make databases from may be another one there.
bool is_locked(pg::Session& session, const std::string& name) {
  return !session
              .query(
                  "select from pg_catalog.pg_locks l where l.locktype = 'advisory' and l.objsubid "
                  "= 1 and ((l.classid::bigint << 32) | l.objid::bigint) = $1::bigint",
                  {std::to_string(pg::advisory_key(name))})
              .empty();
}

}  // namespace

std::string database_name(std::int64_t seconds) {
  std::random_device random;
  std::uniform_int_distribution<std::size_t> pick(0, kDigits.size() - 1);
  std::string time(kTimeLength, '0');
  for (auto digit = time.rbegin(); digit != time.rend(); ++digit, seconds /= 36) {
    *digit = kDigits[static_cast<std::size_t>(seconds % 36)];
  }
  std::string name = std::string(kFront) + time + "_";
  for (std::size_t i = 0; i < kRandomLength; ++i) name += kDigits[pick(random)];
  return name;
}

void remove_abandoned(pg::Session& session) {
  const std::int64_t now = server_seconds(session);
  std::vector<std::string> names;
  for (const pg::Row row :
       session.query("select d.datname::text from pg_catalog.pg_database d where d.datname ~ "
                     "'^pgplumb_scratch_[0-9a-z]{7}_[0-9a-z]{12}$' and not exists (select from "
                     "pg_catalog.pg_stat_activity a where a.datid = d.oid)")) {
    names.push_back(row.string(0));
  }
  for (const std::string& name : names) {
    if (now - seconds_in(name) < kYoung || is_locked(session, name)) continue;
    try {
      // Without FORCE: who has come in meanwhile stays.
      session.execute("DROP DATABASE IF EXISTS " + session.quote_identifier(name));
    } catch (const pg::ServerError&) {  // NOLINT(bugprone-empty-catch): not this role's to remove
    }
  }
}

OwnedDatabases::OwnedDatabases(const pg::ConnectionUrl& maintenance)
    : maintenance_(maintenance), owner_(maintenance), on_signal_([this] { drop_all(); }) {
  // The locks are needed for as long as this lives, however long nothing is said.
  if (owner_.server_major() >= 14) owner_.execute("set idle_session_timeout = 0");
  remove_abandoned(owner_);
}

std::string OwnedDatabases::create(const DatabaseOptions& options) {
  std::string name = database_name(server_seconds(owner_));
  (void)owner_.query("select pg_catalog.pg_advisory_lock($1::bigint)",
                     {std::to_string(pg::advisory_key(name))});
  {
    const std::scoped_lock lock(mutex_);
    names_.insert(name);
  }
  pg::Session session(maintenance_);
  create_database(session, name, options, Copying::logged);
  return name;
}

void OwnedDatabases::drop(const std::string& name) {
  pg::Session session(maintenance_);
  drop_database(session, name);
  {
    const std::scoped_lock lock(mutex_);
    names_.erase(name);
  }
  (void)owner_.query("select pg_catalog.pg_advisory_unlock($1::bigint)",
                     {std::to_string(pg::advisory_key(name))});
}

void OwnedDatabases::drop_all() noexcept {
  try {
    const std::scoped_lock lock(mutex_);
    pg::Session session(maintenance_);
    for (const std::string& name : names_) {
      try {
        drop_database(session, name);
      } catch (const pg::ServerError&) {  // NOLINT(bugprone-empty-catch): the others may be dropped
      }
    }
  } catch (...) {  // NOLINT(bugprone-empty-catch): the process is about to end
  }
}

}  // namespace pgplumb::scratch
