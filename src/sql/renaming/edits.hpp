// Changes to a text, gathered while its tree is walked.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "sql/scanner.hpp"

namespace pgplumb::sql::renaming {

class Edits {
 public:
  // What stands in `range` becomes `text`. The same place twice counts once.
  void replace(ByteRange range, std::string text) {
    edits_.insert_or_assign({range.begin, range.end}, std::move(text));
  }
  // Several insertions at one place keep their order.
  void insert(std::size_t at, const std::string& text) { edits_[{at, at}] += text; }

  [[nodiscard]] bool empty() const { return edits_.empty(); }
  [[nodiscard]] std::string applied_to(std::string_view text) const;

 private:
  // Ordered by place; an insertion comes before what begins there.
  std::map<std::pair<std::size_t, std::size_t>, std::string> edits_;
};

}  // namespace pgplumb::sql::renaming
