// Initialised data directories, kept so that a start need not run initdb.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scratch/server_binaries.hpp"
#include "scratch/unprivileged_user.hpp"

namespace pgplumb::scratch {

// $XDG_CACHE_HOME/pgplumb, else ~/.cache/pgplumb of this process's user.
[[nodiscard]] std::filesystem::path default_cache_directory();

// A directory of data directories, one per (programs, initdb arguments). Several processes may use
// it at once: an entry appears whole, by a rename, and is never changed. Everything here is best
// effort: without a usable cache a start only takes longer. The directory must belong to this
// process's user and be writable by nobody else; otherwise it is not used.
class DataCache {
 public:
  // `directory`: empty for the default one.
  DataCache(std::filesystem::path directory, const ServerBinaries& binaries,
            const std::vector<std::string>& initdb_arguments);

  // Copies the entry to `data`, which must not exist, for `user`. False, and no `data`, when there
  // is none that is whole.
  [[nodiscard]] bool restore(const std::filesystem::path& data, const ServerUser& user) const;
  // Keeps a copy of `data`; entries unused for a month go.
  void store(const std::filesystem::path& data) const noexcept;
  // Removes an entry that turned out not to start.
  void forget() const noexcept;

  [[nodiscard]] const std::filesystem::path& entry() const { return entry_; }

 private:
  void remove_old_entries() const;

  std::filesystem::path directory_;
  std::filesystem::path entry_;  // changes with the programs: an update makes a new one
};

}  // namespace pgplumb::scratch
