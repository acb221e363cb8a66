// The server on which pgplumb tries things out: the one it was given, else a throwaway one.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "pg/connection_url.hpp"
#include "scratch/owned_databases.hpp"
#include "scratch/throwaway_server.hpp"

namespace pgplumb::scratch {

struct ScratchOptions {
  std::optional<std::string> url;   // --scratch or PGPLUMB_SCRATCH_URL
  std::optional<int> wanted_major;  // the live server's, if it is known
};

class ScratchServer;

// An empty database that nobody else uses. Dropped at the end, sessions in it are ended; it must
// not outlive its ScratchServer. Movable.
class ScratchDatabase {
 public:
  ScratchDatabase(ScratchDatabase&& other) noexcept;
  ScratchDatabase& operator=(ScratchDatabase&&) = delete;
  ~ScratchDatabase();

  [[nodiscard]] const pg::ConnectionUrl& url() const { return url_; }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  friend class ScratchServer;
  ScratchDatabase(ScratchServer& server, std::string name, pg::ConnectionUrl url);

  ScratchServer* server_;  // null once moved away
  std::string name_;
  pg::ConnectionUrl url_;
};

class ScratchServer {
 public:
  // The error says why there is none and what to install or to set. A given URL that does not
  // work is an error too: nothing else is taken in its place.
  static Result<std::unique_ptr<ScratchServer>> open(const ScratchOptions& options);

  ScratchServer(const ScratchServer&) = delete;
  ScratchServer& operator=(const ScratchServer&) = delete;
  ~ScratchServer();

  // UTF8, template0, named pgplumb_scratch_…; databases that exist are never touched, but for those
  // that a run of pgplumb left behind on a server that was given.
  // Throws pg::ServerError / pg::ConnectionError.
  [[nodiscard]] ScratchDatabase fresh_database(const DatabaseOptions& options = {});

  [[nodiscard]] int server_major() const;
  [[nodiscard]] bool is_throwaway() const { return throwaway_ != nullptr; }
  // "throwaway PostgreSQL 15 (/usr/lib/postgresql/15/bin)" or the masked URL.
  [[nodiscard]] std::string describe() const;

 private:
  friend class ScratchDatabase;
  ScratchServer(std::unique_ptr<ThrowawayServer> throwaway, pg::ConnectionUrl maintenance,
                int server_major);
  static Result<std::unique_ptr<ScratchServer>> open_given(const std::string& url);
  static Result<std::unique_ptr<ScratchServer>> open_throwaway(std::optional<int> wanted_major);
  void drop(const std::string& name) noexcept;

  std::unique_ptr<ThrowawayServer> throwaway_;  // null when the URL was given
  std::unique_ptr<OwnedDatabases> owned_;       // null when it was not
  pg::ConnectionUrl maintenance_;               // a database from which others are created
  int server_major_;
};

}  // namespace pgplumb::scratch
