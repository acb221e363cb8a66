#include "sql/raw_parser.hpp"

#include <cstdlib>
#include <memory>

#include "base/diagnostic.hpp"

extern "C" {
#include "pg_query_internal.h"
}
#undef DEBUG

namespace pgplumb::sql {
namespace {

int options_of(ParseMode mode) {
  switch (mode) {
    case ParseMode::statements: return PG_QUERY_PARSE_DEFAULT;
    case ParseMode::type_name: return PG_QUERY_PARSE_TYPE_NAME;
    case ParseMode::target_list: return PG_QUERY_PARSE_PLPGSQL_EXPR;
  }
  return PG_QUERY_PARSE_DEFAULT;
}

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

// Byte of the `character`-th character, from 1; 0 means that the parser does not know the place.
std::size_t offset_of(const std::string& text, int character) {
  std::size_t offset = 0;
  for (int seen = 1; seen < character && offset < text.size(); ++seen) {
    ++offset;
    while (offset < text.size() && !starts_character(text[offset])) ++offset;
  }
  return offset;
}

}  // namespace

RawParseResult raw_parse(const std::string& text, ParseMode mode) {
  const PgQueryInternalParsetreeAndError parsed =
      pg_query_raw_parse(text.c_str(), options_of(mode));
  std::free(parsed.stderr_buffer);
  RawParseResult result;
  result.tree = parsed.tree;
  if (parsed.error != nullptr) {
    const std::unique_ptr<PgQueryError, decltype(&pg_query_free_error)> error(parsed.error,
                                                                              pg_query_free_error);
    result.tree = nullptr;
    result.error =
        SyntaxError{printable(text_of(error->message)), offset_of(text, error->cursorpos)};
  }
  return result;
}

}  // namespace pgplumb::sql
