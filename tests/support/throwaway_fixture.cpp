#include "tests/support/throwaway_fixture.hpp"

#include <cstdlib>
#include <utility>

#include "tests/support/server_programs.hpp"

namespace pgplumb::testing {
namespace {

struct Server {
  std::unique_ptr<scratch::ScratchServer> server;
  std::string why_none;
};

Server open(const scratch::ScratchOptions& options) {
  auto opened = scratch::ScratchServer::open(options);
  if (!opened) return {nullptr, opened.error().message};
  return {std::move(opened).value(), {}};
}

// The program is told as a user would tell it.
Server open_major(int major) {
  const auto programs = server_programs(major);
  if (!programs) return {nullptr, why_no_programs(major)};
  ::setenv("PGPLUMB_PG_BIN", programs->c_str(), 1);
  return open({});
}

Server open_server() {
  if (const auto major = wanted_major()) return open_major(*major);
  scratch::ScratchOptions options;
  if (const char* url = std::getenv("PGPLUMB_SCRATCH_URL"); url != nullptr && *url != '\0') {
    options.url = url;
  }
  return open(options);
}

// Never destroyed: the server's watchdog ends it with the process, and tests that run during the
// destruction of statics would lose it.
const Server& the_server() {
  static const Server* const server = new Server(open_server());
  return *server;
}

}  // namespace

scratch::ScratchServer* ThrowawayTest::server() { return the_server().server.get(); }
const std::string& ThrowawayTest::why_no_server() { return the_server().why_none; }

void ThrowawayTest::SetUp() {
  if (server() == nullptr) GTEST_SKIP() << "no server to test with: " << why_no_server();
}

const pg::ConnectionUrl& ThrowawayTest::url() {
  if (!database_) {
    database_ = std::make_unique<scratch::ScratchDatabase>(server()->fresh_database());
  }
  return database_->url();
}

pg::Session ThrowawayTest::connect(pg::SessionOptions options) {
  return pg::Session(url(), std::move(options));
}

}  // namespace pgplumb::testing
