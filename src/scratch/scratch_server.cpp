#include "scratch/scratch_server.hpp"

#include <ctime>
#include <utility>

#include "pg/connection_error.hpp"
#include "pg/session.hpp"
#include "scratch/problem.hpp"

namespace pgplumb::scratch {
namespace {

bool may_create_databases(pg::Session& session) {
  return session
      .query(
          "SELECT rolsuper OR rolcreatedb FROM pg_catalog.pg_roles"
          " WHERE rolname = pg_catalog.current_user()")
      .front()
      .boolean(0);
}

}  // namespace

ScratchDatabase::ScratchDatabase(ScratchServer& server, std::string name, pg::ConnectionUrl url)
    : server_(&server), name_(std::move(name)), url_(std::move(url)) {}

ScratchDatabase::ScratchDatabase(ScratchDatabase&& other) noexcept
    : server_(std::exchange(other.server_, nullptr)),
      name_(std::move(other.name_)),
      url_(std::move(other.url_)) {}

ScratchDatabase::~ScratchDatabase() {
  if (server_ != nullptr) server_->drop(name_);
}

ScratchServer::ScratchServer(std::unique_ptr<ThrowawayServer> throwaway,
                             pg::ConnectionUrl maintenance, int server_major)
    : throwaway_(std::move(throwaway)),
      maintenance_(std::move(maintenance)),
      server_major_(server_major) {}

ScratchServer::~ScratchServer() = default;

Result<std::unique_ptr<ScratchServer>> ScratchServer::open(const ScratchOptions& options) {
  return options.url ? open_given(*options.url) : open_throwaway(options.wanted_major);
}

Result<std::unique_ptr<ScratchServer>> ScratchServer::open_given(const std::string& text) {
  const auto url = pg::ConnectionUrl::parse(text);
  if (!url) return problem("the scratch server: " + url.error().message);
  try {
    pg::Session session(*url);
    if (!may_create_databases(session)) {
      return problem("the scratch server " + url->masked() + ": the role \"" + session.user() +
                     "\" may not create databases; give it CREATEDB or use another URL");
    }
    std::unique_ptr<ScratchServer> server(new ScratchServer(nullptr, *url, session.server_major()));
    server->owned_ = std::make_unique<OwnedDatabases>(*url);
    return server;
  } catch (const pg::ConnectionError& error) {
    return problem(std::string("the scratch server: ") + error.what());
  }
}

Result<std::unique_ptr<ScratchServer>> ScratchServer::open_throwaway(
    std::optional<int> wanted_major) {
  ThrowawayOptions options;
  options.wanted_major = wanted_major;
  auto throwaway = ThrowawayServer::start(options);
  if (!throwaway) return throwaway.error();
  pg::ConnectionUrl maintenance = throwaway.value()->url();
  const int major = throwaway.value()->binaries().major;
  return std::unique_ptr<ScratchServer>(
      new ScratchServer(std::move(throwaway).value(), std::move(maintenance), major));
}

ScratchDatabase ScratchServer::fresh_database(const DatabaseOptions& options) {
  std::string name;
  if (throwaway_) {
    name = database_name(std::time(nullptr));
    throwaway_->create_database(name, options);
  } else {
    name = owned_->create(options);
  }
  return {*this, name, maintenance_.with_database(name)};
}

void ScratchServer::drop(const std::string& name) noexcept {
  try {
    if (throwaway_) {
      throwaway_->drop_database(name);
    } else {
      owned_->drop(name);
    }
  } catch (...) {  // NOLINT(bugprone-empty-catch): a destructor has nobody to tell
  }
}

int ScratchServer::server_major() const { return server_major_; }

std::string ScratchServer::describe() const {
  if (!throwaway_) return maintenance_.masked();
  return "throwaway PostgreSQL " + std::to_string(server_major_) + " (" +
         throwaway_->binaries().directory.string() + ")";
}

}  // namespace pgplumb::scratch
