// URLs as other programs write them.
#pragma once

#include <string>
#include <string_view>

namespace pgplumb::pg {

// A URL of libpq's, and what was taken out of it.
struct PlainUrl {
  std::string url;
  std::string schema;   // of Prisma's "schema=…"; "" = there was none
  std::string problem;  // why it can't be used; "" = it can
};

// Takes out what is for Prisma's client alone: the size of its pool, pgbouncer=true, schema. What
// would change how safe the connection is (sslaccept, …) is a problem that says what to write, and
// so is a URL of another system or of JDBC. Any other text comes back as it is. A problem never
// holds a part of the text.
[[nodiscard]] PlainUrl without_other_parameters(std::string_view text);

}  // namespace pgplumb::pg
