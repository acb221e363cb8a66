// Files that hold both directions, with the markers of other tools.
#pragma once

#include "migrations/migration.hpp"

namespace pgplumb::migrations {

struct Sections {
  Source up;    // null when the file has only a down section
  Source down;  // null when there is none
};

// Recognises "-- migrate:up [transaction:false]" / "-- migrate:down" (dbmate), "-- +goose Up" /
// "Down" / "NO TRANSACTION" / "StatementBegin" / "StatementEnd", and "-- Up Migration" /
// "-- Down Migration" (node-pg-migrate). Without a marker all of it is an up. Marks for running
// outside a transaction are turned into pgplumb's directive on the same line.
[[nodiscard]] Sections split_sections(const Source& source);

}  // namespace pgplumb::migrations
