// Where and how to connect: a postgres:// URL or a key=value conninfo, by libpq's own rules.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace pgplumb::pg {

// What is printed in the place of a password.
inline constexpr std::string_view kMask = "****";

// Parsed and percent-decoded. Holds the password, if one was given: only conninfo() gives it out.
// What is left open (port, user, ~/.pgpass, PGSSLMODE, ...) libpq fills in when it connects.
class ConnectionUrl {
 public:
  // libpq's keywords ("host", "port", "dbname", "user", "password", "sslmode", ...) with values.
  using Parameters = std::map<std::string, std::string, std::less<>>;

  // `text`: postgres://…, postgresql://… or "host=… dbname=…". What Prisma adds to a URL is
  // understood (other_urls.hpp). The error never shows a password.
  static Result<ConnectionUrl> parse(std::string_view text);
  // Empty values count as not given; an unknown keyword is an error.
  static Result<ConnectionUrl> from_parameters(const Parameters& parameters);
  // Whether the libpq in use knows `keyword`.
  static bool knows(std::string_view keyword);
  // What is wrong with a value that libpq would refuse, or ignore: of sslmode, port and
  // connect_timeout. "" = nothing.
  static std::string wrong_value(std::string_view keyword, std::string_view value);

  // "" where the URL leaves it open. Several hosts are one comma-separated text, as in libpq.
  [[nodiscard]] std::string host() const { return parameter("host"); }
  [[nodiscard]] std::string port() const { return parameter("port"); }
  [[nodiscard]] std::string user() const { return parameter("user"); }
  // libpq's rule: the user's name where no database is given.
  [[nodiscard]] std::string database() const;
  [[nodiscard]] bool has_password() const { return parameters_.contains("password"); }
  [[nodiscard]] std::string parameter(std::string_view keyword) const;
  [[nodiscard]] const Parameters& parameters() const { return parameters_; }

  // The same with another database, or another value for any keyword ("" removes it).
  [[nodiscard]] ConnectionUrl with_database(std::string_view database) const;
  [[nodiscard]] ConnectionUrl with(std::string_view keyword, std::string_view value) const;

  // key='value' pairs for libpq and its programs. SECRET: holds the password; never printed.
  [[nodiscard]] std::string conninfo() const;
  // postgresql://user:****@host:port/database?sslmode=…, for people and logs.
  [[nodiscard]] std::string masked() const;
  // `text` (a message of libpq or of the server) without this URL's secrets and without anything
  // that looks like a URL's or a conninfo's password.
  [[nodiscard]] std::string mask_secrets(std::string_view text) const;

  bool operator==(const ConnectionUrl&) const = default;

 private:
  explicit ConnectionUrl(Parameters parameters) : parameters_(std::move(parameters)) {}

  Parameters parameters_;  // no empty values
};

// The part of mask_secrets that needs no URL: URLs' and conninfos' passwords in any text, and
// PASSWORD 'secret' of SQL. Masks rather too much than too little.
[[nodiscard]] std::string mask_secrets(std::string_view text);

}  // namespace pgplumb::pg
