// Databases that can't be reached: why, in a sentence, without the password.
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <thread>

#include "base/files.hpp"
#include "tests/cli/program.hpp"

namespace pgplumb::testing {
namespace {

using ::testing::HasSubstr;

// A server without TLS, as far as a client that insists on it gets: one connection, one answer.
class PlainServer {
 public:
  PlainServer() : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    EXPECT_EQ(bind(socket_, generic, size), 0);
    EXPECT_EQ(listen(socket_, 1), 0);
    EXPECT_EQ(getsockname(socket_, generic, &size), 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { answer(); });
  }
  ~PlainServer() {
    shutdown(socket_, SHUT_RDWR);
    thread_.join();
    close(socket_);
  }
  PlainServer(const PlainServer&) = delete;
  PlainServer& operator=(const PlainServer&) = delete;

  [[nodiscard]] std::string port() const { return std::to_string(port_); }

 private:
  void answer() const {
    const int client = accept(socket_, nullptr, nullptr);
    if (client < 0) return;
    std::array<char, 8> request{};  // SSLRequest
    if (recv(client, request.data(), request.size(), MSG_WAITALL) > 0) send(client, "N", 1, 0);
    close(client);
  }

  int socket_;
  int port_ = 0;
  std::thread thread_;
};

class ConnectionErrors : public OfflineProgramTest {};

TEST_F(ConnectionErrors, TheServerHasNoTls) {
  const PlainServer server;
  const Outcome outcome = run(
      {"doctor"}, {{"DATABASE_URL", std::string("postgresql://app:") + kSecret +
                                        "@127.0.0.1:" + server.port() + "/shop?sslmode=require"}});
  EXPECT_EQ(outcome.code, 1) << shown(outcome);
  EXPECT_THAT(outcome.out + outcome.err, HasSubstr("SSL"));
}

class Passwords : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    if (IsSkipped()) return;
    file_ = value("show hba_file");
    before_ = read_file(file_);
    overwrite("local all guarded scram-sha-256\n" + before_);
    connect().execute("drop role if exists guarded; create role guarded login password '" +
                      std::string(kSecret) + "'");
    EXPECT_EQ(value("select pg_reload_conf()"), "t");
    connect().execute("select pg_sleep(0.3)");  // until the server has read it
  }
  void TearDown() override {
    if (file_.empty()) return;
    overwrite(before_);
    connect().execute("select pg_reload_conf(); drop role guarded");
  }

 private:
  // In place: the file stays the server's own.
  void overwrite(const std::string& text) const { std::ofstream(file_) << text; }

  std::string file_;
  std::string before_;
};

TEST_F(Passwords, AWrongOneIsSaidAndNotShown) {
  folder().write("migrations/1_a.up.sql", "create table a ();\n");
  const auto as = [&](const char* password) {
    return url().with("user", "guarded").with("password", password).conninfo();
  };
  const Outcome wrong = run({"up"}, {{"DATABASE_URL", as(kWrongSecret)}});
  EXPECT_EQ(wrong.code, 1) << shown(wrong);
  EXPECT_THAT(wrong.err, HasSubstr("password authentication failed for user \"guarded\""));
  EXPECT_EQ(run({"status"}, {{"DATABASE_URL", as(kSecret)}}).code, 0);
}

}  // namespace
}  // namespace pgplumb::testing
