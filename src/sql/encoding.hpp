// Whether text is what a server with UTF-8 would take, in the encoding that the text itself sets.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sql/scanner.hpp"

namespace pgplumb::sql {

// Well-formed UTF-8 without NUL bytes.
[[nodiscard]] bool is_sql_text(std::string_view text);

// From an offset on, the bytes are in that encoding (PostgreSQL's name).
struct EncodingChange {
  std::size_t begin = 0;
  std::string encoding;
};
// Where statements of the text set another one, in order. Empty where only ASCII follows, for which
// it does not matter.
[[nodiscard]] std::vector<EncodingChange> encoding_changes(std::string_view text,
                                                           const Scan& scanned);

// The text in UTF-8. What is not of the encoding that it should be in stays as it is.
[[nodiscard]] std::string decoded(std::string_view text,
                                  const std::vector<EncodingChange>& changes);

// Reports the first byte outside COPY data that is not; one per file, since a file in another
// encoding is full of them. False when there is one.
bool report_encoding(const std::shared_ptr<const SourceText>& source, const Scan& scanned,
                     Diagnostics& diagnostics);

}  // namespace pgplumb::sql
