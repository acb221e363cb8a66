#include "pg/other_urls.hpp"

#include <algorithm>
#include <array>

namespace pgplumb::pg {
namespace {

constexpr std::array<std::string_view, 9> kPoolSettings = {"pgbouncer",
                                                           "connection_limit",
                                                           "pool_timeout",
                                                           "socket_timeout",
                                                           "statement_cache_size",
                                                           "max_connection_lifetime",
                                                           "max_idle_connection_lifetime",
                                                           "single_use_connections",
                                                           "pool_size"};

bool begins(std::string_view text, std::string_view scheme) { return text.starts_with(scheme); }

bool is_postgresql(std::string_view text) {
  return begins(text, "postgresql://") || begins(text, "postgres://");
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                        hex_value(text[i + 2]) >= 0;
    if (!escape) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
    i += 2;
  }
  return out;
}

std::string problem_of(std::string_view keyword) {
  if (keyword == "sslaccept" || keyword == "sslidentity") {
    return "\"" + std::string(keyword) +
           "\" is Prisma's; for libpq write sslmode=verify-full (what sslaccept=strict means) or "
           "sslmode=require, and certificates as sslrootcert, sslcert and sslkey";
  }
  return "";
}

std::string problem_of_scheme(std::string_view text) {
  if (begins(text, "jdbc:postgresql:")) {
    return "this is a URL of JDBC; without \"jdbc:\", and with the user and the password in front "
           "of the host, it is one of libpq's";
  }
  const std::size_t end = text.find("://");
  const std::string_view scheme = text.substr(0, end == std::string_view::npos ? 0 : end);
  const bool other = !scheme.empty() && !is_postgresql(text) &&
                     scheme.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789+-.:") ==
                         std::string_view::npos;
  if (!other) return "";
  return "\"" + std::string(scheme) + "://\" is not PostgreSQL";
}

// Where the parameters begin. A password may hold a question mark.
std::size_t query_of(std::string_view text) {
  const std::size_t credentials_end = text.rfind('@');
  return text.find('?', credentials_end == std::string_view::npos ? 0 : credentials_end);
}

}  // namespace

PlainUrl without_other_parameters(std::string_view text) {
  PlainUrl plain;
  plain.url = text;
  plain.problem = problem_of_scheme(text);
  const std::size_t query = query_of(text);
  if (!is_postgresql(text) || query == std::string_view::npos) return plain;
  std::string kept;
  std::string_view rest = text.substr(query + 1);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('&'), rest.size());
    const std::string_view one = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t equals = std::min(one.find('='), one.size());
    const std::string_view keyword = one.substr(0, equals);
    if (plain.problem.empty()) plain.problem = problem_of(keyword);
    if (keyword == "schema") {
      plain.schema = decoded(one.substr(std::min(equals + 1, one.size())));
    } else if (std::find(kPoolSettings.begin(), kPoolSettings.end(), keyword) ==
               kPoolSettings.end()) {
      kept.append(kept.empty() ? "?" : "&").append(one);
    }
  }
  plain.url = std::string(text.substr(0, query)) + kept;
  return plain;
}

}  // namespace pgplumb::pg
