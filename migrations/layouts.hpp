// How folders of migrations are laid out: by pgplumb and by the tools that it takes over from.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "migrations/version.hpp"

namespace pgplumb::migrations {

// What a file says: one direction, or both behind markers.
enum class Part { up, down, both };

struct FoundFile {
  std::filesystem::path path;
  Version version;  // empty: the name has none
  std::string name;
  Part part = Part::both;
  std::string file;               // as in Migration::file
  std::string foreign_name;       // as in Migration::foreign_name
  bool no_transaction = false;    // said beside the file, not in it
  bool any_name = false;          // the way down may be called otherwise than the way up
  bool has_placeholders = false;  // ${name} is replaced by its own tool
};

// Every *.sql file of `folder` that is a migration, in no particular order:
// - NAME.up.sql, NAME.down.sql, NAME.sql, also below up/ and down/;
// - V1_2__name.sql and U1_2__name.sql (Flyway, refinery), with their .conf files, at any depth;
// - 007.do.name.sql and 007.undo.name.sql (Postgrator);
// - NAME/migration.sql (Prisma), NAME/up.sql and NAME/down.sql (Diesel) with metadata.toml;
// - sqls/NAME-up.sql and sqls/NAME-down.sql (db-migrate);
// - committed/NAME.sql (graphile-migrate);
// - deploy/ and revert/ in the order of sqitch.plan.
// What is there and never runs (Flyway's R__ and B__ files, any other *.sql in a folder below), and
// a change in the plan that has no script, is a not_run warning each.
[[nodiscard]] std::vector<FoundFile> find_migration_files(const std::filesystem::path& folder,
                                                          Diagnostics& diagnostics);

}  // namespace pgplumb::migrations
