// "One runner at a time": a session advisory lock, waited for without an open transaction.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "pg/session.hpp"

namespace pgplumb::pg {

// The same number on every machine and in every version of pgplumb for the same name.
// Advisory locks are per database already; `name` tells what is locked in it (a history table).
[[nodiscard]] std::int64_t advisory_key(std::string_view name);

// Who has the lock, as far as this role may see.
struct LockHolder {
  int pid = 0;
  std::string application_name;
  std::string client;  // host, address or "a Unix socket"; "" when not visible
  std::string user;
  std::string state;            // "active", "idle", "idle in transaction"; "" when not visible
  std::string connected_since;  // the server's text of a timestamptz; "" when not visible

  // "pid 4711 (pgplumb, user deploy, from 10.0.0.7, idle, connected since …)"
  [[nodiscard]] std::string describe() const;
};

struct LockWait {
  std::chrono::milliseconds limit{0};  // 0: try once
  std::chrono::milliseconds poll{200};
  // Called once, when the wait begins; with nothing when the holder is not visible.
  std::function<void(const std::optional<LockHolder>&)> on_wait;
};

[[nodiscard]] std::optional<LockHolder> find_lock_holder(Session& session, std::int64_t key);

// Held from construction to destruction; the session must outlive it. The server lets go of it
// when the session ends, whatever happens to pgplumb.
class AdvisoryLock {
 public:
  // Nothing when the wait limit passed without getting it; ask find_lock_holder then. No
  // transaction may be open on `session`: waiting in one would block CREATE INDEX CONCURRENTLY.
  static std::optional<AdvisoryLock> acquire(Session& session, std::int64_t key,
                                             const LockWait& wait = {});

  AdvisoryLock(AdvisoryLock&& other) noexcept;
  AdvisoryLock& operator=(AdvisoryLock&&) = delete;
  ~AdvisoryLock();

  // Throws ServerError / ConnectionError; the destructor unlocks silently.
  void unlock();

 private:
  AdvisoryLock(Session& session, std::int64_t key) : session_(&session), key_(key) {}

  Session* session_;  // null once unlocked or moved away
  std::int64_t key_;
};

}  // namespace pgplumb::pg
