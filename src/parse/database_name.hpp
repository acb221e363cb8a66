// The name of the database that a text runs in. Texts that hold for databases of any name ask for
// it (current_database()); where nobody told it, a mark stands for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pgplumb::parse {

class Replay;

// What current_database() gives: the name, or the mark.
[[nodiscard]] std::string database_name(const Replay& replay);

// Whether the mark stands somewhere in `text`.
[[nodiscard]] bool holds_database_mark(std::string_view text);

// Whether it stands only where a statement names a database: after the word DATABASE.
[[nodiscard]] bool marks_databases_only(std::string_view sql);

// Whether a statement that names the database `name` is about the one it runs in; nothing: that
// can't be told.
[[nodiscard]] std::optional<bool> is_this_database(std::string_view name, const Replay& replay);

}  // namespace pgplumb::parse
