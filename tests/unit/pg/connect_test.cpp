// Servers that do not let us in, or are none.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "pg/connection_error.hpp"
#include "pg/session.hpp"
#include "scratch/throwaway_server.hpp"

namespace pgplumb::pg {
namespace {

// A TCP port of this machine on which one connection is taken and given to `talk`.
class FakeServer {
 public:
  explicit FakeServer(std::function<void(int)> talk)
      : listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
    ::listen(listener_, 1);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this, talk = std::move(talk)] {
      const int client = ::accept(listener_, nullptr, nullptr);
      talk(client);
      ::close(client);
    });
  }
  FakeServer(const FakeServer&) = delete;
  FakeServer& operator=(const FakeServer&) = delete;
  ~FakeServer() {
    thread_.join();
    ::close(listener_);
  }

  [[nodiscard]] ConnectionUrl url(const std::string& parameters) const {
    return ConnectionUrl::parse("postgres://app:hunter2@127.0.0.1:" + std::to_string(port_) +
                                "/shop?" + parameters)
        .value();
  }

 private:
  int listener_;
  int port_ = 0;
  std::thread thread_;
};

// What the attempt ended with; "connected" when it did not fail.
std::string problem_of(const ConnectionUrl& url) {
  try {
    const Session session(url);
    return "connected";
  } catch (const ConnectionError& error) {
    EXPECT_EQ(std::string(error.what()).find("hunter2"), std::string::npos) << error.what();
    return std::string(name_of(error.problem()));
  }
}

// Reads until the other side closes.
void drain(int client) {
  char buffer[256];
  while (::read(client, buffer, sizeof buffer) > 0) continue;
}

TEST(Connect, GivesUpOnAServerThatDoesNotAnswer) {
  const FakeServer server(drain);
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(problem_of(server.url("connect_timeout=1&sslmode=disable")), "timeout");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST(Connect, SaysThatTheServerHasNoTls) {
  const FakeServer server([](int client) {
    char request[8];
    if (::read(client, request, sizeof request) == 8) (void)!::write(client, "N", 1);
    drain(client);
  });
  EXPECT_EQ(problem_of(server.url("sslmode=require&gssencmode=disable")), "tls_refused");
}

TEST(Connect, SaysThatSomethingElseListensThere) {
  const FakeServer server([](int client) {
    (void)!::write(client, "HTTP/1.1 400 Bad Request\r\n\r\n", 28);
    ::shutdown(client, SHUT_WR);
    drain(client);
  });
  const std::string problem = problem_of(server.url("sslmode=disable&gssencmode=disable"));
  EXPECT_TRUE(problem == "other" || problem == "unreachable") << problem;
}

TEST(Connect, TellsAWrongPasswordFromAMissingOne) {
  if (scratch::find_server_binaries().empty()) GTEST_SKIP() << scratch::how_to_get_binaries();
  const auto server = scratch::ThrowawayServer::start();
  ASSERT_TRUE(server) << server.error().message;
  Session session(server.value()->url());
  session.execute("CREATE ROLE app LOGIN PASSWORD 'hunter2'");
  session.execute("CREATE ROLE refused LOGIN");
  session.execute("CREATE ROLE group_only NOLOGIN");
  std::ofstream(server.value()->directory() / "data" / "pg_hba.conf")
      << "local all refused reject\nlocal all group_only trust\nlocal all postgres trust\n"
      << "local all all scram-sha-256\n";
  session.query("SELECT pg_reload_conf()");
  const ConnectionUrl base = server.value()->url().with("user", "app").with("require_auth", "");
  const ConnectionUrl url = base.with("channel_binding", "prefer");
  // The postmaster reads the file a moment later.
  for (int i = 0; i < 200 && problem_of(url) == "connected"; ++i) ::usleep(10'000);
  EXPECT_EQ(problem_of(url.with("password", "hunter2")), "connected");
  EXPECT_EQ(problem_of(url.with("password", "hunter22")), "wrong_password");
  EXPECT_EQ(problem_of(url), "wrong_password");
  EXPECT_EQ(problem_of(url.with("user", "refused")), "not_permitted");
  EXPECT_EQ(problem_of(url.with("user", "group_only")), "not_permitted");
}

}  // namespace
}  // namespace pgplumb::pg
