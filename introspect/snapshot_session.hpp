// The transaction that a read happens in, and the settings under which the server prints.
#pragma once

#include <chrono>
#include <string>

namespace pgplumb::introspect {

// Statements that pin, for the current transaction, what the printers depend on: search_path,
// number, date and interval formats, quoting; and the time limits.
[[nodiscard]] std::string pinned_settings(std::chrono::milliseconds lock_timeout,
                                          std::chrono::milliseconds statement_timeout);

// Those of them that decide what literals of dates, times and intervals mean and how they are
// printed; and statements that take them back to what the session began with.
[[nodiscard]] std::string pinned_formats();
[[nodiscard]] std::string own_formats();

}  // namespace pgplumb::introspect
