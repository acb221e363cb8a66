#include "pg/connection_problem.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace pgplumb::pg {
namespace {

struct ProblemCase {
  std::string_view libpq_message;
  ConnectionProblem problem;
};

TEST(Classify, Table) {
  using enum ConnectionProblem;
  const std::vector<ProblemCase> cases = {
      {"connection to server at \"h\" (::1), port 1 failed: Connection refused\n"
       "\tIs the server running on that host and accepting TCP/IP connections?\n",
       unreachable},
      {"connection to server on socket \"/x/.s.PGSQL.1\" failed: No such file or directory\n",
       unreachable},
      {"could not translate host name \"nowhere\" to address: Name or service not known\n",
       unknown_host},
      {"connection to server at \"h\" failed: timeout expired\n", timeout},
      {"… failed: FATAL:  28P01: Passwort-Authentifizierung fehlgeschlagen\n"
       "LOCATION:  auth_failed, auth.c:332\n",
       wrong_password},
      {"… failed: fe_sendauth: no password supplied\n", wrong_password},
      {"… failed: FATAL:  3D000: database \"x\" does not exist\nLOCATION:  InitPostgres, p.c:1\n",
       database_missing},
      {"… failed: FATAL:  28000: Rolle »x« existiert nicht\n"
       "LOCATION:  InitializeSessionUserId, miscinit.c:739\n",
       role_missing},
      {"… failed: FATAL:  28000: role \"x\" is not permitted to log in\n"
       "LOCATION:  InitializeSessionUserId, miscinit.c:800\n",
       not_permitted},
      {"… failed: FATAL:  28000: no pg_hba.conf entry for host \"1.2.3.4\", user \"x\", database "
       "\"y\", no encryption\nLOCATION:  ClientAuthentication, auth.c:501\n",
       not_permitted},
      {"… failed: FATAL:  28000: no pg_hba.conf entry for host \"1.2.3.4\", user \"x\", database "
       "\"y\", SSL encryption\nLOCATION:  ClientAuthentication, auth.c:501\n",
       not_permitted},
      {"… failed: FATAL:  28000: Peer authentication failed for user \"x\"\n"
       "LOCATION:  auth_failed, auth.c:332\n",
       not_permitted},
      {"… failed: server does not support SSL, but SSL was required\n", tls_refused},
      {"… failed: SSL error: certificate verify failed\n", tls_refused},
      {"… failed: FATAL:  53300: sorry, too many clients already\n", too_many_connections},
      {"… failed: FATAL:  57P03: the database system is starting up\n", not_ready},
      {"… failed: FATAL:  42501: permission denied for database \"x\"\n", not_permitted},
      {"something new\n", other},
  };
  for (const ProblemCase& c : cases) {
    EXPECT_EQ(classify(read_attempt(c.libpq_message)), c.problem) << c.libpq_message;
  }
}

TEST(ReadAttempt, KeepsWhatIsForPeople) {
  const AttemptReport report = read_attempt(
      "connection to server at \"h\" (1.2.3.4), port 1 failed: FATAL:  28P01: no: really\n"
      "LOCATION:  auth_failed, auth.c:332\n"
      "connection to server at \"h\" (1.2.3.4), port 1 failed: FATAL:  28P01: no: really\n");
  EXPECT_EQ(report.sqlstate, "28P01");
  EXPECT_EQ(report.routine, "auth_failed");
  EXPECT_EQ(report.reason,
            "connection to server at \"h\" (1.2.3.4), port 1 failed: FATAL:  no: really");
}

TEST(ConnectionErrorText, HasAddressReasonAndNextStepButNoSecret) {
  const auto url = ConnectionUrl::parse("postgres://app:hunter2@db/shop");
  ASSERT_TRUE(url);
  const ConnectionError error = connection_error(*url, "x failed: FATAL:  28P01: not hunter2\n");
  EXPECT_EQ(error.problem(), ConnectionProblem::wrong_password);
  EXPECT_EQ(error.sqlstate(), "28P01");
  EXPECT_STREQ(error.what(),
               "cannot connect to postgresql://app:****@db/shop: x failed: FATAL:  not **** "
               "(SQLSTATE 28P01)\ncheck the user and the password in the URL (or PGPASSWORD, "
               "~/.pgpass); in a URL @ is written %40, : %3A and / %2F");
}

TEST(NameOf, EveryProblemHasOne) {
  EXPECT_EQ(name_of(ConnectionProblem::unreachable), "unreachable");
  EXPECT_EQ(name_of(ConnectionProblem::lost), "lost");
  EXPECT_EQ(name_of(ConnectionProblem::other), "other");
}

}  // namespace
}  // namespace pgplumb::pg
