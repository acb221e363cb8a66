#include "pg/connection_problem.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace pgplumb::pg {
namespace {

struct ProblemFacts {
  ConnectionProblem problem;
  std::string_view name;
  std::string_view next_step;
};

constexpr std::array kProblems = {
    ProblemFacts{ConnectionProblem::unreachable, "unreachable",
                 "check that the server runs, and the host and the port in the URL"},
    ProblemFacts{ConnectionProblem::unknown_host, "unknown_host",
                 "check the spelling of the host in the URL and this machine's name resolution"},
    ProblemFacts{ConnectionProblem::timeout, "timeout",
                 "check the host, the port and firewalls; connect_timeout=SECONDS in the URL "
                 "waits longer"},
    ProblemFacts{ConnectionProblem::wrong_password, "wrong_password",
                 "check the user and the password in the URL (or PGPASSWORD, ~/.pgpass); in a URL "
                 "@ is written %40, : %3A and / %2F"},
    ProblemFacts{ConnectionProblem::database_missing, "database_missing",
                 "check the database's name in the URL, or create it with CREATE DATABASE"},
    ProblemFacts{ConnectionProblem::role_missing, "role_missing",
                 "check the user in the URL, or create it with CREATE ROLE … LOGIN"},
    ProblemFacts{
        ConnectionProblem::not_permitted, "not_permitted",
        "the server does not let this user in from here: see pg_hba.conf, the role's "
        "LOGIN, the database's CONNECT privilege and whether it wants TLS (sslmode=require)"},
    ProblemFacts{ConnectionProblem::tls_refused, "tls_refused",
                 "check sslmode in the URL (require, verify-full, disable) and the server's "
                 "certificate (sslrootcert)"},
    ProblemFacts{ConnectionProblem::too_many_connections, "too_many_connections",
                 "try again later, or end connections that are not needed"},
    ProblemFacts{ConnectionProblem::not_ready, "not_ready",
                 "the server is starting, stopping or recovering: try again in a moment"},
    ProblemFacts{ConnectionProblem::lost, "lost",
                 "what was running when the connection broke may or may not have taken effect: "
                 "look with \"pgplumb status\" and run it again; what has ended is not run twice"},
    ProblemFacts{ConnectionProblem::other, "other", "check the URL and the server's log"},
};

const ProblemFacts& facts_of(ConnectionProblem problem) {
  const auto* found =
      std::find_if(kProblems.begin(), kProblems.end(),
                   [problem](const ProblemFacts& facts) { return facts.problem == problem; });
  return *found;
}

bool is_sqlstate(std::string_view text) {
  return text.size() == 5 && std::all_of(text.begin(), text.end(), [](char byte) {
           return std::isdigit(static_cast<unsigned char>(byte)) != 0 ||
                  std::isupper(static_cast<unsigned char>(byte)) != 0;
         });
}

// Takes "28P01: " out of "FATAL:  28P01: password …".
std::string take_sqlstate(std::string& line) {
  for (std::size_t at = line.find(":  "); at != std::string::npos; at = line.find(":  ", at + 1)) {
    const std::size_t begin = at + 3;
    if (line.size() < begin + 7 || line.compare(begin + 5, 2, ": ") != 0) continue;
    std::string code = line.substr(begin, 5);
    if (!is_sqlstate(code)) continue;
    line.erase(begin, 7);
    return code;
  }
  return {};
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void add_reason(std::string& reasons, const std::string& line) {
  if (line.empty() || reasons.find(line) != std::string::npos) return;
  if (!reasons.empty()) reasons += "; ";
  reasons += line;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

ConnectionProblem classify_authorization(const AttemptReport& report) {
  const bool missing =
      report.routine == "InitializeSessionUserId" && !has(report.reason, "not permitted to log in");
  return missing ? ConnectionProblem::role_missing : ConnectionProblem::not_permitted;
}

ConnectionProblem classify_by_state(const AttemptReport& report) {
  const std::string& state = report.sqlstate;
  if (state == "28P01") return ConnectionProblem::wrong_password;
  if (state == "28000") return classify_authorization(report);
  if (state == "3D000") return ConnectionProblem::database_missing;
  if (state == "53300") return ConnectionProblem::too_many_connections;
  if (state == "42501") return ConnectionProblem::not_permitted;
  if (state == "55000") return ConnectionProblem::not_permitted;  // ALLOW_CONNECTIONS false
  if (state.starts_with("57P")) return ConnectionProblem::not_ready;
  return ConnectionProblem::other;
}

ConnectionProblem classify_by_text(const std::string& reason) {
  using Pattern = std::pair<std::string_view, ConnectionProblem>;
  constexpr std::array<Pattern, 16> kPatterns = {{
      {"could not translate host name", ConnectionProblem::unknown_host},
      {"no password supplied", ConnectionProblem::wrong_password},
      {"password authentication failed", ConnectionProblem::wrong_password},
      {"timeout expired", ConnectionProblem::timeout},
      {"Connection timed out", ConnectionProblem::timeout},
      {"SSL", ConnectionProblem::tls_refused},
      {"certificate", ConnectionProblem::tls_refused},
      {"Connection refused", ConnectionProblem::unreachable},
      {"No such file or directory", ConnectionProblem::unreachable},
      {"No route to host", ConnectionProblem::unreachable},
      {"Network is unreachable", ConnectionProblem::unreachable},
      {"too many clients", ConnectionProblem::too_many_connections},
      {"is too long", ConnectionProblem::unreachable},
      {"Permission denied", ConnectionProblem::unreachable},
      {"Host is down", ConnectionProblem::unreachable},
      {"closed the connection unexpectedly", ConnectionProblem::unreachable},
  }};
  for (const auto& [text, problem] : kPatterns) {
    if (has(reason, text)) return problem;
  }
  return ConnectionProblem::other;
}

ConnectionError make_error(const ConnectionUrl& url, ConnectionProblem problem,
                           const std::string& what, std::string sqlstate) {
  std::string message = url.mask_secrets(what);
  if (!sqlstate.empty()) message += " (SQLSTATE " + sqlstate + ")";
  message.append("\n").append(facts_of(problem).next_step);
  return {problem, message, std::move(sqlstate)};
}

}  // namespace

std::string_view name_of(ConnectionProblem problem) { return facts_of(problem).name; }

AttemptReport read_attempt(std::string_view libpq_message) {
  AttemptReport report;
  for (std::string& line : lines_of(libpq_message)) {
    constexpr std::string_view kLocation = "LOCATION:  ";
    if (line.starts_with(kLocation)) {
      report.routine = line.substr(kLocation.size(), line.find(',') - kLocation.size());
      continue;
    }
    if (line.starts_with('\t')) continue;  // "Is the server running on that host …?"
    // The last attempt speaks: earlier ones are other addresses, or the same without TLS.
    if (const std::string code = take_sqlstate(line); !code.empty()) report.sqlstate = code;
    add_reason(report.reason, line);
  }
  return report;
}

ConnectionProblem classify(const AttemptReport& report) {
  return report.sqlstate.empty() ? classify_by_text(report.reason) : classify_by_state(report);
}

ConnectionError connection_error(const ConnectionUrl& url, std::string_view libpq_message) {
  const AttemptReport report = read_attempt(libpq_message);
  const std::string what = "cannot connect to " + url.masked() + ": " + report.reason;
  return make_error(url, classify(report), what, report.sqlstate);
}

ConnectionError timeout_error(const ConnectionUrl& url, long long seconds) {
  return make_error(
      url, ConnectionProblem::timeout,
      "cannot connect to " + url.masked() + ": no answer within " + std::to_string(seconds) + " s",
      {});
}

ConnectionError lost_error(const ConnectionUrl& url, std::string_view reason,
                           std::string sqlstate) {
  std::string text(reason);
  std::replace(text.begin(), text.end(), '\n', ' ');
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return make_error(url, ConnectionProblem::lost,
                    "the connection to " + url.masked() + " was lost: " + text,
                    std::move(sqlstate));
}

}  // namespace pgplumb::pg
