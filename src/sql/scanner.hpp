// A file's bytes cut into statements, by the rules of psql's lexer.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "sql/parse.hpp"
#include "sql/scanner_words.hpp"

namespace pgplumb::sql {

struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct ScannedStatement {
  StatementText text;
  std::vector<ByteRange> blanks;  // comments and psql commands inside it, not for the parser
  // No expression or query in it nests deeper than this; far less than the number of its tokens.
  std::size_t depth = 0;
  bool changes_rows = false;  // INSERT, UPDATE, DELETE, MERGE
};

struct Scan {
  std::vector<ScannedStatement> statements;
  std::vector<Directive> trailing;
  std::vector<Diagnostic> diagnostics;
  std::vector<ByteRange> copy_data;  // whole lines, in any encoding
};

// Linear in the size of the text. Does not look at the encoding.
[[nodiscard]] Scan scan(const std::shared_ptr<const SourceText>& source);

// The text of `range` with `blanks` (which lie in it) replaced by spaces; line ends stay.
[[nodiscard]] std::string blanked(std::string_view text, ByteRange range,
                                  const std::vector<ByteRange>& blanks);

}  // namespace pgplumb::sql
