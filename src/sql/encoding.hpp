// Whether text is what a server with UTF-8 would take.
#pragma once

#include <memory>
#include <string_view>

#include "sql/scanner.hpp"

namespace pgplumb::sql {

// Well-formed UTF-8 without NUL bytes.
[[nodiscard]] bool is_sql_text(std::string_view text);

// Reports the first byte outside COPY data that is not; one per file, since a file in another
// encoding is full of them. False when there is one.
bool report_encoding(const std::shared_ptr<const SourceText>& source, const Scan& scanned,
                     Diagnostics& diagnostics);

}  // namespace pgplumb::sql
