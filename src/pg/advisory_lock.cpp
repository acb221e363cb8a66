#include "pg/advisory_lock.hpp"

#include <thread>
#include <utility>

#include "base/assert.hpp"

namespace pgplumb::pg {
namespace {

using Clock = std::chrono::steady_clock;

Parameters key_parameter(std::int64_t key) { return {std::to_string(key)}; }

bool try_lock(Session& session, std::int64_t key) {
  return session.query("SELECT pg_catalog.pg_try_advisory_lock($1::bigint)", key_parameter(key))
      .front()
      .boolean(0);
}

void append_part(std::string& parts, const std::string& part) {
  if (part.empty()) return;
  if (!parts.empty()) parts += ", ";
  parts += part;
}

}  // namespace

// FNV-1a: short, stable for ever, and good enough to keep names apart.
std::int64_t advisory_key(std::string_view name) {
  std::uint64_t hash = 14695981039346656037ULL;
  const std::string text = "pgplumb:" + std::string(name);
  for (const char byte : text) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  }
  return static_cast<std::int64_t>(hash);
}

std::string LockHolder::describe() const {
  std::string parts;
  append_part(parts, application_name);
  append_part(parts, user.empty() ? "" : "user " + user);
  append_part(parts, client.empty() ? "" : "from " + client);
  append_part(parts, state);
  append_part(parts, connected_since.empty() ? "" : "connected since " + connected_since);
  return "pid " + std::to_string(pid) + (parts.empty() ? "" : " (" + parts + ")");
}

std::optional<LockHolder> find_lock_holder(Session& session, std::int64_t key) {
  // A bigint key is shown as two halves, with objsubid 1.
  const Rows rows = session.query(
      R"(SELECT l.pid, a.application_name, coalesce(a.client_hostname, a.client_addr::text), a.usename, a.state,
       a.backend_start::timestamptz(0)::text, a.client_port = -1
  FROM pg_catalog.pg_locks l
  LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
 WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
   AND l.database = (SELECT oid FROM pg_catalog.pg_database
                      WHERE datname = pg_catalog.current_database())
   AND l.classid::bigint = ($1::bigint >> 32) & 4294967295
   AND l.objid::bigint = $1::bigint & 4294967295)",
      key_parameter(key));
  if (rows.empty()) return std::nullopt;
  const Row row = rows.front();
  return LockHolder{static_cast<int>(row.integer(0)),
                    row.string(1),
                    row.is_null(6) || !row.boolean(6) ? row.string(2) : "a Unix socket",
                    row.string(3),
                    row.string(4),
                    row.string(5)};
}

std::optional<AdvisoryLock> AdvisoryLock::acquire(Session& session, std::int64_t key,
                                                  const LockWait& wait) {
  PGPLUMB_ASSERT(session.transaction_status() == TransactionStatus::idle);
  const auto deadline = Clock::now() + wait.limit;
  for (bool told = false;; told = true) {
    if (try_lock(session, key)) return AdvisoryLock(session, key);
    const auto left = deadline - Clock::now();
    if (left <= Clock::duration::zero()) return std::nullopt;
    if (!told && wait.on_wait) wait.on_wait(find_lock_holder(session, key));
    std::this_thread::sleep_for(std::min<Clock::duration>(wait.poll, left));
  }
}

AdvisoryLock::AdvisoryLock(AdvisoryLock&& other) noexcept
    : session_(std::exchange(other.session_, nullptr)), key_(other.key_) {}

AdvisoryLock::~AdvisoryLock() {
  try {
    if (session_ != nullptr && session_->is_open()) unlock();
  } catch (...) {  // NOLINT(bugprone-empty-catch): the lock ends with the session at the latest
  }
}

void AdvisoryLock::unlock() {
  PGPLUMB_ASSERT(session_ != nullptr);
  Session& session = *std::exchange(session_, nullptr);
  session.query("SELECT pg_catalog.pg_advisory_unlock($1::bigint)", key_parameter(key_));
}

}  // namespace pgplumb::pg
