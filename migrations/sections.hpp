// Files that hold both directions, with the markers of other tools.
#pragma once

#include "base/diagnostic.hpp"
#include "migrations/migration.hpp"

namespace pgplumb::migrations {

struct Sections {
  Source up;    // null when the file has only a down section
  Source down;  // null when there is none
};

// Recognises "-- migrate:up [transaction:false]" / "-- migrate:down" (dbmate), "-- +goose Up" /
// "Down" / "NO TRANSACTION" / "StatementBegin" / "StatementEnd", and "-- Up Migration" /
// "-- Down Migration" (node-pg-migrate). Without a marker all of it is an up. Marks for running
// outside a transaction (also sqlx's "-- no-transaction", Atlas's "-- atlas:txmode none" and
// graphile-migrate's "--! no-transaction") are turned into pgplumb's directive on the same line.
// What changes a file's meaning and can't be followed (goose's ENVSUB, Atlas's delimiter and
// checkpoint) is an unknown_directive.
[[nodiscard]] Sections split_sections(const Source& source, Diagnostics& diagnostics);

// The same marks for running outside a transaction, in a file of one direction.
[[nodiscard]] Source with_markers(const Source& source);

}  // namespace pgplumb::migrations
