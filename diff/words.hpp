// The names that a text mentions, for what nobody could resolve.
#pragma once

#include <string>
#include <vector>

namespace pgplumb::diff {

struct Word {
  std::string text;        // as the catalog would hold it: lower case, or as between double quotes
  bool qualified = false;  // behind a dot
  bool names_row_or_type = false;  // before a percent sign: t%ROWTYPE
};

// Names, operators, and with them whatever looks like one: in literals and comments, too.
[[nodiscard]] std::vector<Word> words_in(const std::string& text);

}  // namespace pgplumb::diff
