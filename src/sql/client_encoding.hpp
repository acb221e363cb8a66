// client_encoding: in which encoding the bytes of a text reach the server, as the text itself sets
// it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb::sql {

// PostgreSQL's name of an encoding however it is written ("iso 8859-1" is LATIN1): only letters and
// digits count. "" for what PostgreSQL does not know.
[[nodiscard]] std::string encoding_name(std::string_view written);

// What a statement sets the encoding to, as written; "" for none. RESET and DEFAULT are UTF8, in
// which pgplumb's sessions begin. `statement`: without comments.
[[nodiscard]] std::string encoding_set_by(std::string_view statement);

struct Utf8Text {
  std::string text;
  std::size_t refused = 0;  // offset of the first byte that is not of the encoding; size: none
};
// Bytes in `encoding` (PostgreSQL's name) as UTF-8, up to what is not of it. UTF8 and SQL_ASCII are
// left as they are.
[[nodiscard]] Utf8Text to_utf8(std::string_view bytes, const std::string& encoding);

}  // namespace pgplumb::sql
