// Databases that this process has made on a server which is not its own.
#pragma once

#include <cstdint>
#include <mutex>
#include <set>
#include <string>

#include "pg/session.hpp"
#include "scratch/clean_up_on_signal.hpp"
#include "scratch/throwaway_server.hpp"

namespace pgplumb::scratch {

// A lock on the server says, as long as this lives, whose each of them is. A signal that ends the
// process drops them first; what a process left that could not (SIGKILL, a lost connection), the
// next one removes.
class OwnedDatabases {
 public:
  // Removes what others left. Throws as Session does.
  explicit OwnedDatabases(const pg::ConnectionUrl& maintenance);

  // Makes one and gives its name. Throws as Session does.
  [[nodiscard]] std::string create(const DatabaseOptions& options);
  void drop(const std::string& name);

 private:
  void drop_all() noexcept;

  pg::ConnectionUrl maintenance_;
  pg::Session owner_;  // has the locks
  std::mutex mutex_;   // of the names
  std::set<std::string> names_;
  CleanUpOnSignal on_signal_;  // the last: it uses all others
};

// "pgplumb_scratch_" with the time (seconds since 1970, to the base of 36) and something random.
[[nodiscard]] std::string database_name(std::int64_t seconds);
// Drops every database of such a name that nobody has a lock on, where no session is, and that was
// made more than ten minutes ago, as far as this role may. Throws as Session does.
void remove_abandoned(pg::Session& session);

}  // namespace pgplumb::scratch
