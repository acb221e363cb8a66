// A migration's fingerprint in the history table.
#pragma once

#include <openssl/types.h>

#include <string>
#include <string_view>

#include "base/source_text.hpp"

namespace pgplumb::migrations {

// In lower-case hex. `kind`: OpenSSL's, as EVP_sha256() gives it.
[[nodiscard]] std::string hex_digest(std::string_view bytes, const EVP_MD* kind);

// SHA-256 in lower-case hex of `text` with CRLF read as LF and without a byte order mark, so that a
// checkout on another system does not count as a change.
[[nodiscard]] std::string checksum(std::string_view text);

// Of a migration's way up. Where that is a part of a file, the other parts may change.
[[nodiscard]] std::string checksum(const SourceText& source);

// Of the statements that a migration has run so far: `so_far` is that of those before ("" = none).
[[nodiscard]] std::string checksum_with(std::string_view so_far, std::string_view statement);

}  // namespace pgplumb::migrations
