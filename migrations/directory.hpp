// The folder of migrations.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "migrations/migration.hpp"

namespace pgplumb::migrations {

// Reads every layout of layouts.hpp; single files with the markers of dbmate ("-- migrate:up"),
// goose
// ("-- +goose Up") or node-pg-migrate ("-- Up Migration"), and Liquibase's formatted SQL. A single
// file without markers is an up.
// In version order. A missing folder, names without a version, two files of one version and a down
// without an up are diagnostics; other files than *.sql are left alone.
// Paths in positions are as given: relative when `folder` is.
[[nodiscard]] std::vector<Migration> read_directory(const std::filesystem::path& folder,
                                                    Diagnostics& diagnostics);

// `name` in lower_snake form, fit for a file name: letters, digits and '_', at most 80 bytes;
// "migration" when nothing is left.
[[nodiscard]] std::string safe_name(std::string_view name);

// A version later than all in `taken`: `now` (seconds since 1970) as UTC, YYYYMMDDHHMMSS; where
// that is not later, the second after the newest one, or the next number when that is no timestamp.
[[nodiscard]] std::string next_version(const std::vector<Migration>& taken, std::int64_t now);
// By this machine's clock.
[[nodiscard]] std::string next_version(const std::vector<Migration>& taken);

}  // namespace pgplumb::migrations
