#include "pg/connection_url.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "pg/masking.hpp"
#include "pg/other_urls.hpp"

namespace pgplumb::pg {
namespace {

struct OptionsDeleter {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};
using Options = std::unique_ptr<PQconninfoOption, OptionsDeleter>;

Diagnostic problem(std::string message) {
  return Diagnostic{DiagnosticCode::configuration, std::move(message), {}, {}};
}

// libpq quotes the part that it did not understand, and that part may belong to a password. Its own
// words and what comes after the credentials may be shown.
bool may_be_shown(std::string_view quoted, std::string_view text) {
  if (quoted == "=") return true;
  if (quoted.empty() || text.find('"') != std::string_view::npos) return false;
  if (text.find(quoted) == std::string_view::npos) return true;
  if (text.find("pass") != std::string_view::npos) return false;
  const std::size_t credentials_end = text.rfind('@');
  return credentials_end == std::string_view::npos ||
         text.substr(credentials_end).find(quoted) != std::string_view::npos;
}

// Up to the first part that may not be shown: what follows it is no more trustworthy, because a
// quote may be a part of the password.
std::string without_secrets(std::string_view message, std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < message.size();) {
    const std::size_t open = message.find('"', at);
    const std::size_t close = open == std::string_view::npos ? open : message.find('"', open + 1);
    if (close == std::string_view::npos) return shown.append(message.substr(at));
    const std::string_view quoted = message.substr(open + 1, close - open - 1);
    if (!may_be_shown(quoted, text)) return shown.append(message.substr(at, open - at)) += kMask;
    shown.append(message.substr(at, close + 1 - at));
    at = close + 1;
  }
  return shown;
}

std::string parse_error_text(std::string_view libpq_message, std::string_view text) {
  std::string reason = without_secrets(libpq_message, text);
  while (!reason.empty() && (reason.back() == '\n' || reason.back() == ' ')) reason.pop_back();
  return "the connection URL is not valid: " + reason +
         "; write postgresql://user:password@host:port/database, with %40 for @, %3A for : and " +
         "%2F for / in the user name and the password";
}

bool is_port_list(std::string_view ports) {
  return ports.find_first_not_of("0123456789, ") == std::string_view::npos;
}

// What libpq accepts and what can only be a password that should have been percent-encoded: it
// would be shown as a part of a host's or a database's name later.
bool looks_misread(const ConnectionUrl::Parameters& parameters) {
  const auto value = [&](std::string_view keyword) -> std::string_view {
    const auto found = parameters.find(keyword);
    return found == parameters.end() ? std::string_view{} : std::string_view(found->second);
  };
  return value("host").find('@') != std::string_view::npos && !value("host").starts_with('@')
             ? true
             : !is_port_list(value("port"));
}

bool is_sslmode(std::string_view value) {
  static constexpr std::array<std::string_view, 6> kModes = {"disable", "allow",     "prefer",
                                                             "require", "verify-ca", "verify-full"};
  return std::find(kModes.begin(), kModes.end(), value) != kModes.end();
}

// Of at most `digits` digits, blanks around it.
bool is_number(std::string_view value, std::size_t digits) {
  const std::size_t first = value.find_first_not_of(' ');
  if (first == std::string_view::npos) return false;
  const std::string_view text = value.substr(first, value.find_last_not_of(' ') + 1 - first);
  return text.size() <= digits && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Prisma's way to say the search path. A pooler may refuse a session that says it, so what is in it
// anyway is not said.
void set_schema(ConnectionUrl::Parameters& parameters, const std::string& schema) {
  if (schema.empty() || schema == "public") return;
  std::string name = "\"";
  for (const char c : schema) {
    if (c == '"') name += c;
    if (c == ' ' || c == '\\') name += '\\';
    name += c;
  }
  std::string& options = parameters["options"];
  options += (options.empty() ? "" : " ") + std::string("-c search_path=") + name + "\"";
}

std::string percent_encoded(std::string_view text, std::string_view kept) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    const bool plain = (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
                       (code >= 'A' && code <= 'Z') || kept.find(byte) != std::string_view::npos;
    if (plain) {
      out += byte;
    } else {
      out.append("%").append(1, kHex[code >> 4U]).append(1, kHex[code & 0xFU]);
    }
  }
  return out;
}

constexpr std::string_view kUnreserved = "-._~";

std::vector<std::string> split_list(const std::string& list) {
  std::vector<std::string> parts(1);
  for (const char byte : list) {
    if (byte == ',') {
      parts.emplace_back();
    } else {
      parts.back() += byte;
    }
  }
  return parts;
}

std::string host_in_url(const std::string& host) {
  const bool ipv6 = host.find(':') != std::string::npos;
  return ipv6 ? "[" + host + "]" : percent_encoded(host, kUnreserved);
}

// "host:port,host:port" for host names; nothing for socket directories and for lists of unequal
// length, which are clearer as parameters.
std::optional<std::string> authority(const std::string& hosts, const std::string& ports) {
  if (hosts.empty() || hosts.find('/') != std::string::npos || hosts.starts_with('@')) return {};
  const std::vector<std::string> host = split_list(hosts);
  const std::vector<std::string> port = split_list(ports);
  if (port.size() != 1 && port.size() != host.size()) return {};
  std::string out;
  for (std::size_t i = 0; i < host.size(); ++i) {
    const std::string& own_port = port[port.size() == 1 ? 0 : i];
    if (i > 0) out += ',';
    out += host_in_url(host[i]);
    if (!own_port.empty()) out += ":" + own_port;
  }
  return out;
}

std::string quoted_value(std::string_view value) {
  std::string out = "'";
  for (const char byte : value) {
    if (byte == '\'' || byte == '\\') out += '\\';
    out += byte;
  }
  return out + "'";
}

void replace_all(std::string& text, std::string_view what) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + kMask.size())) {
    text.replace(at, what.size(), kMask);
  }
}

}  // namespace

Result<ConnectionUrl> ConnectionUrl::parse(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) {
    return problem("the connection URL holds a NUL byte");
  }
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return problem("the connection URL is empty");
  }
  const PlainUrl plain = without_other_parameters(text);
  if (!plain.problem.empty()) return problem("the connection URL is not valid: " + plain.problem);
  char* message = nullptr;
  const Options options(PQconninfoParse(plain.url.c_str(), &message));
  if (!options) {
    const std::unique_ptr<char, decltype(&PQfreemem)> owner(message, &PQfreemem);
    return problem(parse_error_text(message == nullptr ? "out of memory" : message, text));
  }
  Parameters parameters;
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->val != nullptr && *option->val != '\0') parameters[option->keyword] = option->val;
  }
  set_schema(parameters, plain.schema);
  return from_parameters(parameters);
}

Result<ConnectionUrl> ConnectionUrl::from_parameters(const Parameters& parameters) {
  Parameters kept;
  for (const auto& [keyword, value] : parameters) {
    if (!knows(keyword)) return problem("libpq has no connection parameter \"" + keyword + "\"");
    if (value.find('\0') != std::string::npos) {
      return problem("the connection parameter \"" + keyword + "\" holds a NUL byte");
    }
    if (!value.empty()) kept.emplace(keyword, value);
    if (const std::string wrong = wrong_value(keyword, value); !wrong.empty()) {
      return problem(wrong);
    }
  }
  if (looks_misread(kept)) {
    return problem(
        "the connection URL has a host or a port that cannot be one; write %40 for @, %3A for : "
        "and %2F for / in the user name and the password");
  }
  return ConnectionUrl(std::move(kept));
}

bool ConnectionUrl::knows(std::string_view keyword) {
  const Options defaults(PQconninfoParse("", nullptr));
  if (!defaults) return false;
  for (const PQconninfoOption* option = defaults.get(); option->keyword != nullptr; ++option) {
    if (keyword == option->keyword) return true;
  }
  return false;
}

std::string ConnectionUrl::wrong_value(std::string_view keyword, std::string_view value) {
  if (keyword == "sslmode" && !value.empty() && !is_sslmode(value)) {
    return "sslmode is one of disable, allow, prefer, require, verify-ca and verify-full";
  }
  if (keyword == "connect_timeout" && !value.empty() && !is_number(value, 9)) {
    return "connect_timeout is a number of seconds";
  }
  // What is no number at all may be a part of a password.
  if (keyword != "port" || !is_port_list(value)) return "";
  for (const std::string& port : split_list(std::string(value))) {
    const bool possible = port.empty() || (is_number(port, 5) && std::stoi(port) <= 65535);
    if (!possible) return "a port is a number up to 65535";
  }
  return "";
}

std::string ConnectionUrl::parameter(std::string_view keyword) const {
  const auto found = parameters_.find(keyword);
  return found == parameters_.end() ? std::string() : found->second;
}

std::string ConnectionUrl::database() const {
  const std::string given = parameter("dbname");
  return given.empty() ? user() : given;
}

ConnectionUrl ConnectionUrl::with_database(std::string_view database) const {
  return with("dbname", database);
}

ConnectionUrl ConnectionUrl::with(std::string_view keyword, std::string_view value) const {
  Parameters changed = parameters_;
  if (value.empty()) {
    changed.erase(std::string(keyword));
  } else {
    changed.insert_or_assign(std::string(keyword), std::string(value));
  }
  return ConnectionUrl(std::move(changed));
}

std::string ConnectionUrl::conninfo() const {
  std::string out;
  for (const auto& [keyword, value] : parameters_) {
    if (!out.empty()) out += ' ';
    out.append(keyword).append("=").append(quoted_value(value));
  }
  return out;
}

std::string ConnectionUrl::masked() const {
  Parameters rest = parameters_;
  const auto take = [&](const char* keyword) {
    const auto node = rest.extract(keyword);
    return node.empty() ? std::string() : node.mapped();
  };
  std::string out = "postgresql://" + percent_encoded(take("user"), kUnreserved);
  if (!take("password").empty()) out.append(":").append(kMask);
  if (out.back() != '/') out += '@';
  if (const auto hosts = authority(host(), port())) {
    out += *hosts;
    rest.erase("host");
    rest.erase("port");
  }
  out += "/" + percent_encoded(take("dbname"), kUnreserved);
  char separator = '?';
  for (const auto& [keyword, value] : rest) {
    out.append(1, separator).append(keyword).append("=");
    out += is_secret(keyword) ? std::string(kMask) : percent_encoded(value, "-._~/,:");
    separator = '&';
  }
  return out;
}

std::string ConnectionUrl::mask_secrets(std::string_view text) const {
  std::string out = pg::mask_secrets(text);
  for (const auto& [keyword, value] : parameters_) {
    // A very short password, or one that is also a name, would garble the message and hide nothing.
    const bool name = value == user() || value == database() || value == host();
    if (!is_secret(keyword) || value.size() < 4 || name) continue;
    replace_all(out, value);
    replace_all(out, percent_encoded(value, kUnreserved));
  }
  return out;
}

}  // namespace pgplumb::pg
