#include "scratch/throwaway_server.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <thread>

#include "base/failure.hpp"
#include "pg/connection_error.hpp"
#include "pg/session.hpp"
#include "scratch/data_cache.hpp"
#include "scratch/databases.hpp"
#include "scratch/problem.hpp"
#include "scratch/run_directory.hpp"
#include "scratch/unprivileged_user.hpp"
#include "scratch/watchdog.hpp"

namespace pgplumb::scratch {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kLogTail = 2000;  // bytes

// What a cached data directory depends on, apart from the programs. Small WAL segments make it
// small to copy.
std::vector<std::string> initdb_arguments(const ThrowawayOptions& options) {
  return {"--username=postgres",       "--auth=trust",    "--no-sync",
          "--no-instructions",         "--wal-segsize=1", "--encoding=" + options.encoding,
          "--locale=" + options.locale};
}

// Durability off, nothing in the background, room for migrations that touch thousands of tables.
// Dynamic shared memory in files of the data directory: elsewhere a killed server would leave it.
constexpr std::array<std::string_view, 26> kSettings = {
    "dynamic_shared_memory_type=mmap",
    "listen_addresses=",
    "port=5432",
    "unix_socket_permissions=0700",
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "wal_init_zero=off",
    "wal_recycle=off",
    "max_wal_size=256MB",
    "checkpoint_timeout=1h",
    "autovacuum=off",
    "max_worker_processes=0",
    "jit=off",
    "shared_buffers=16MB",
    "huge_pages=off",
    "max_connections=50",
    "max_locks_per_transaction=1024",
    "timezone=UTC",
    "log_timezone=UTC",
    "logging_collector=off",
    "restart_after_crash=off",
    "cluster_name=pgplumb",
    "lc_messages=C",
};

std::vector<std::string> postgres_command(const ServerBinaries& binaries, const fs::path& run) {
  std::vector<std::string> command = {(binaries.directory / "postgres").string(), "-D",
                                      (run / "data").string(), "-c",
                                      "unix_socket_directories=" + run.string()};
  for (const std::string_view setting : kSettings) {
    command.emplace_back("-c");
    command.emplace_back(setting);
  }
  return command;
}

std::string read_tail(const fs::path& log) {
  std::ifstream file(log, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  return text.size() > kLogTail ? text.substr(text.size() - kLogTail) : text;
}

// Explicit in everything that an environment variable could change otherwise.
pg::ConnectionUrl url_of(const fs::path& run, std::string_view database) {
  pg::ConnectionUrl::Parameters parameters = {
      {"host", run.string()},
      {"port", "5432"},
      {"user", "postgres"},
      {"dbname", std::string(database)},
      {"sslmode", "disable"},
      {"gssencmode", "disable"},
      {"channel_binding", "disable"},
      {"require_auth", "none"},
      {"target_session_attrs", "any"},
      {"options", "-c jit=off"},
  };
  std::erase_if(parameters,
                [](const auto& parameter) { return !pg::ConnectionUrl::knows(parameter.first); });
  return pg::ConnectionUrl::from_parameters(parameters).value();
}

enum class StartOutcome { ready, ended, too_slow };

StartOutcome wait_until_ready(const fs::path& run, const Watchdog& watchdog,
                              std::chrono::seconds limit) {
  const auto deadline = Clock::now() + limit;
  const pg::ConnectionUrl url = url_of(run, "postgres");
  for (;;) {
    try {
      const pg::Session session(url);
      return StartOutcome::ready;
    } catch (const pg::ConnectionError&) {
      if (!watchdog.server_runs()) return StartOutcome::ended;
      if (Clock::now() > deadline) return StartOutcome::too_slow;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

// Removes the run directory unless the watchdog has taken it over.
class DirectoryGuard {
 public:
  explicit DirectoryGuard(fs::path path) : path_(std::move(path)) {}
  DirectoryGuard(const DirectoryGuard&) = delete;
  DirectoryGuard& operator=(const DirectoryGuard&) = delete;
  ~DirectoryGuard() {
    if (!path_.empty()) remove_tree(path_);
  }
  void release() { path_.clear(); }

 private:
  fs::path path_;
};

}  // namespace

class ThrowawayServer::Implementation {
 public:
  ServerBinaries binaries;
  fs::path directory;
  bool from_cache = false;
  std::unique_ptr<Watchdog> watchdog;
  std::optional<pg::Session> maintenance;  // opened when first needed

  pg::Session& session() {
    if (!maintenance || !maintenance->is_open()) maintenance.emplace(url_of(directory, "postgres"));
    return *maintenance;
  }
};

namespace {

enum class CacheUse { allowed, avoided };

// One attempt to start: everything that its steps share.
class Starter {
 public:
  Starter(ThrowawayOptions options, ServerBinaries binaries, ServerUser user)
      : options_(std::move(options)),
        binaries_(std::move(binaries)),
        user_(user),
        cache_(options_.cache_directory, binaries_, initdb_arguments(options_)) {}

  // Null with `problem` set when it did not start.
  std::unique_ptr<Watchdog> start(CacheUse use) {
    auto made = make_run_directory(user_, options_.base_directory);
    if (!made) return give_up(made.error().message);
    run_ = made->path;
    DirectoryGuard guard(run_);
    from_cache_ = use == CacheUse::allowed && cache_.restore(data(), user_);
    if (!from_cache_ && !initialise()) return nullptr;
    auto watchdog = std::make_unique<Watchdog>(
        *made, as_user(user_, postgres_command(binaries_, run_)), run_ / "log");
    guard.release();
    return checked(std::move(watchdog));
  }

  [[nodiscard]] const fs::path& run() const { return run_; }
  [[nodiscard]] bool from_cache() const { return from_cache_; }
  [[nodiscard]] const std::string& reason() const { return reason_; }
  void forget_cache() { cache_.forget(); }

 private:
  [[nodiscard]] fs::path data() const { return run_ / "data"; }

  std::unique_ptr<Watchdog> give_up(std::string reason) {
    reason_ = std::move(reason);
    return nullptr;
  }

  bool initialise() {
    std::vector<std::string> command = {(binaries_.directory / "initdb").string(),
                                        "--pgdata=" + data().string()};
    const std::vector<std::string> arguments = initdb_arguments(options_);
    command.insert(command.end(), arguments.begin(), arguments.end());
    Command initdb;
    initdb.arguments = as_user(user_, std::move(command));
    initdb.working_directory = run_;
    const Finished finished = scratch::run(std::move(initdb), options_.start_limit);
    if (finished.status != 0) {
      reason_ = "initdb of " + binaries_.version + " failed (status " +
                std::to_string(finished.status) + "): " + finished.output;
      return false;
    }
    cache_.store(data());
    return true;
  }

  std::unique_ptr<Watchdog> checked(std::unique_ptr<Watchdog> watchdog) {
    const StartOutcome outcome = wait_until_ready(run_, *watchdog, options_.start_limit);
    if (outcome == StartOutcome::ready) return watchdog;
    const std::string what = outcome == StartOutcome::ended ? " ended while it started: "
                                                            : " did not get ready in time: ";
    return give_up(binaries_.version + what + read_tail(run_ / "log"));
  }

  ThrowawayOptions options_;
  ServerBinaries binaries_;
  ServerUser user_;
  DataCache cache_;
  fs::path run_;
  bool from_cache_ = false;
  std::string reason_;
};

}  // namespace

Result<std::unique_ptr<ThrowawayServer>> ThrowawayServer::start(const ThrowawayOptions& options) {
  const auto binaries = choose_binaries(find_server_binaries(), options.wanted_major);
  if (!binaries) return problem("no PostgreSQL server is installed here: " + how_to_get_binaries());
  const auto user = choose_server_user();
  if (!user) return user.error();
  for (const fs::path& base : base_directories(*user)) sweep(*user, base);
  Starter starter(options, *binaries, *user);
  auto watchdog = starter.start(CacheUse::allowed);
  if (!watchdog && starter.from_cache()) {  // a machine that went down may have spoilt the entry
    starter.forget_cache();
    watchdog = starter.start(CacheUse::avoided);
  }
  if (!watchdog) return problem("the throwaway server does not start: " + starter.reason());
  auto implementation = std::make_unique<Implementation>();
  implementation->binaries = *binaries;
  implementation->directory = starter.run();
  implementation->from_cache = starter.from_cache();
  implementation->watchdog = std::move(watchdog);
  return std::unique_ptr<ThrowawayServer>(new ThrowawayServer(std::move(implementation)));
}

ThrowawayServer::ThrowawayServer(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}

ThrowawayServer::~ThrowawayServer() = default;

pg::ConnectionUrl ThrowawayServer::url(std::string_view database) const {
  return url_of(implementation_->directory, database);
}

void ThrowawayServer::create_database(std::string_view name, const DatabaseOptions& options) {
  scratch::create_database(implementation_->session(), name, options, Copying::files);
}

void ThrowawayServer::drop_database(std::string_view name) {
  scratch::drop_database(implementation_->session(), name);
}

const ServerBinaries& ThrowawayServer::binaries() const { return implementation_->binaries; }
const fs::path& ThrowawayServer::directory() const { return implementation_->directory; }
bool ThrowawayServer::from_cache() const { return implementation_->from_cache; }

int ThrowawayServer::postmaster_pid() const {
  std::ifstream file(implementation_->directory / "data" / "postmaster.pid");
  int pid = 0;
  if (!(file >> pid)) throw Failure("the throwaway server is gone");
  return pid;
}

std::string ThrowawayServer::log_tail() const {
  return read_tail(implementation_->directory / "log");
}

}  // namespace pgplumb::scratch
