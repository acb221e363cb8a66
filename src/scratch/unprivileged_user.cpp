#include "scratch/unprivileged_user.hpp"

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include "scratch/problem.hpp"

namespace pgplumb::scratch {
namespace {

std::optional<unsigned> number_in_environment(const char* name) {
  const char* text = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
  if (text == nullptr) return std::nullopt;
  unsigned value = 0;
  const std::string_view digits(text);
  const auto [end, error] = std::from_chars(text, text + digits.size(), value);
  if (error != std::errc() || end != text + digits.size()) return std::nullopt;
  return value;
}

std::optional<ServerUser> user_behind_sudo() {
  const auto uid = number_in_environment("SUDO_UID");
  const auto gid = number_in_environment("SUDO_GID");
  if (!uid || !gid || *uid == 0 || *gid == 0) return std::nullopt;
  return ServerUser{*uid, *gid, true};
}

std::optional<ServerUser> user_named(const char* name) {
  const passwd* entry = ::getpwnam(name);  // NOLINT(concurrency-mt-unsafe)
  if (entry == nullptr || entry->pw_uid == 0) return std::nullopt;
  return ServerUser{entry->pw_uid, entry->pw_gid, true};
}

}  // namespace

Result<ServerUser> choose_server_user() {
  if (::geteuid() != 0) return ServerUser{::geteuid(), ::getegid(), false};
  if (!find_program("setpriv")) {
    return problem(
        "PostgreSQL does not run as root and setpriv, which changes the user, is not installed: "
        "install util-linux, or run pgplumb as an ordinary user");
  }
  for (const auto& user : {user_behind_sudo(), user_named("postgres"), user_named("nobody")}) {
    if (user) return *user;
  }
  return problem(
      "PostgreSQL does not run as root and there is no user to run it as (SUDO_UID, postgres, "
      "nobody): run pgplumb as an ordinary user");
}

std::vector<std::string> as_user(const ServerUser& user, std::vector<std::string> command) {
  const auto setpriv = find_program("setpriv");
  if (!setpriv) return command;
  std::vector<std::string> prefix = {*setpriv, "--pdeathsig", "QUIT"};
  if (user.is_other) {
    prefix.insert(prefix.end(), {"--reuid", std::to_string(user.uid), "--regid",
                                 std::to_string(user.gid), "--clear-groups"});
  }
  prefix.emplace_back("--");
  command.insert(command.begin(), prefix.begin(), prefix.end());
  return command;
}

std::optional<std::string> find_program(const std::string& name) {
  const char* variable = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe)
  // Where administrators' programs are, which a user's PATH may leave out.
  const std::string path = std::string(variable == nullptr ? "" : variable) +
                           ":/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find(':', begin), path.size());
    const std::string file = path.substr(begin, end - begin) + "/" + name;
    if (file.front() == '/' && ::access(file.c_str(), X_OK) == 0) return file;
    begin = end + 1;
  }
  return std::nullopt;
}

}  // namespace pgplumb::scratch
