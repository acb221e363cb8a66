// A private PostgreSQL server for proofs and tests: started in 0.1 s, gone without a trace.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "pg/connection_url.hpp"
#include "scratch/server_binaries.hpp"

namespace pgplumb::scratch {

struct ThrowawayOptions {
  std::optional<int> wanted_major;        // PostgreSQL version to be near to
  std::string encoding = "UTF8";          // of the cluster: initdb -E
  std::string locale = "C";               // of the cluster: initdb --locale
  std::filesystem::path cache_directory;  // initialised data directories; empty: the user's cache
  std::filesystem::path base_directory;   // where its directory is made; empty: memory, else /tmp
  std::chrono::seconds start_limit{60};   // for initdb and for the start, each
};

struct DatabaseOptions {
  std::string encoding;  // empty: UTF8
  std::string locale;    // LC_COLLATE and LC_CTYPE; empty: C
};

// Owns the server process and its directory. Listens on a Unix socket in a 0700 directory only, no
// TCP, no passwords, no durability. As root it runs as SUDO_UID, postgres or nobody.
//
// It ends with this object; and when the process dies in any other way (exception, SIGINT, SIGTERM,
// SIGKILL), a watchdog process in a session of its own stops the server and removes the directory.
// Leftovers of a machine that went down are swept by the next start.
class ThrowawayServer {
 public:
  // A start that the user can do something about (no server programs, no unprivileged user, a full
  // disk) is the error, with what to install or to set.
  static Result<std::unique_ptr<ThrowawayServer>> start(const ThrowawayOptions& options = {});

  ThrowawayServer(const ThrowawayServer&) = delete;
  ThrowawayServer& operator=(const ThrowawayServer&) = delete;
  ~ThrowawayServer();

  // As the superuser "postgres". Complete: no PG* variable of the environment changes its meaning.
  [[nodiscard]] pg::ConnectionUrl url(std::string_view database = "postgres") const;
  // Throw pg::ServerError / pg::ConnectionError. drop_database ends the sessions in it.
  void create_database(std::string_view name, const DatabaseOptions& options = {});
  void drop_database(std::string_view name);

  [[nodiscard]] const ServerBinaries& binaries() const;
  [[nodiscard]] const std::filesystem::path& directory() const;  // socket and data; gone at the end
  [[nodiscard]] int postmaster_pid() const;
  [[nodiscard]] bool from_cache() const;  // whether an initialised data directory was there
  // The end of the server's log, for messages when something went wrong.
  [[nodiscard]] std::string log_tail() const;

 private:
  class Implementation;
  explicit ThrowawayServer(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace pgplumb::scratch
