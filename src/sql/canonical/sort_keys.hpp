// The keys of ORDER BY, GROUP BY, PARTITION BY and DISTINCT ON: one that is there again adds
// nothing, and the server drops it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sql/tree.hpp"

namespace pgplumb::sql::canon {

class SortKeys {
 public:
  // A key to group by.
  void add(std::string key);
  // A key to sort by. The direction of the first counts, as both sort equal values together.
  void add(std::string key, const ::SortBy& sort);
  // What is no key and stays as often as it is written: ROLLUP (…).
  void add_whole(std::string text);

  [[nodiscard]] std::size_t size() const { return keys_.size(); }
  // Whether a key is there again under an operator of which it is not known what it finds equal.
  [[nodiscard]] bool doubtful() const { return doubtful_; }
  // "a, b DESC".
  [[nodiscard]] std::string text() const;
  // The same behind `words`; "" when there is no key.
  [[nodiscard]] std::string text_after(std::string_view words) const;
  // The keys, without directions: first those of `order`, as they come there.
  [[nodiscard]] std::string in_order_of(const SortKeys& order) const;

 private:
  struct Key {
    std::string text;
    std::string direction;
    std::string comparison;  // an operator behind USING; "": the usual one
    bool whole = false;
  };
  [[nodiscard]] const Key* find(std::string_view text) const;

  std::vector<Key> keys_;
  bool doubtful_ = false;
};

}  // namespace pgplumb::sql::canon
