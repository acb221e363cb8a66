// The private directory of one throwaway server: made, locked while somebody cares, swept later.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "scratch/subprocess.hpp"
#include "scratch/unprivileged_user.hpp"

namespace pgplumb::scratch {

// Where run directories may be, best first: /dev/shm, XDG_RUNTIME_DIR (not for another user's
// server), TMPDIR, /tmp. Memory file systems count only with room for a small cluster.
[[nodiscard]] std::vector<std::filesystem::path> base_directories(const ServerUser& user);

// 0700, owned by the server's user. `lock` is an flock on its file "owner": whoever holds the open
// file (this process, the watchdog) is alive, also when it is in another container. Removed by the
// watchdog, else by remove().
struct RunDirectory {
  std::filesystem::path path;
  FileDescriptor lock;
};

// `base`: empty for the first of base_directories() that works. The error says what was tried.
[[nodiscard]] Result<RunDirectory> make_run_directory(const ServerUser& user,
                                                      const std::filesystem::path& base);

// Removes what crashed runs have left in `base`: directories of ours that nobody holds and that
// are more than a minute old, and the servers that may still run in them. Never throws.
void sweep(const ServerUser& user, const std::filesystem::path& base) noexcept;

// Removes the tree; what cannot be removed stays. Never throws, follows no links.
void remove_tree(const std::filesystem::path& path) noexcept;

}  // namespace pgplumb::scratch
