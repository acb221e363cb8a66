// PostgreSQL refuses to run as root: as whom it runs then.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace pgplumb::scratch {

// The identity of the server's processes and the owner of its files.
struct ServerUser {
  uid_t uid = 0;
  gid_t gid = 0;
  bool is_other = false;  // another one than this process's: files are given to it
};

// This process's user; for root the one behind sudo (SUDO_UID), else "postgres", else "nobody".
// The error says that there is none of them, or that setpriv (util-linux) is missing.
[[nodiscard]] Result<ServerUser> choose_server_user();

// `command` so that it runs as `user` and, where setpriv is installed, gets SIGQUIT when the
// process that starts it dies.
[[nodiscard]] std::vector<std::string> as_user(const ServerUser& user,
                                               std::vector<std::string> command);

// The file that a program's name stands for in PATH.
[[nodiscard]] std::optional<std::string> find_program(const std::string& name);

}  // namespace pgplumb::scratch
