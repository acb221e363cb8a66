#include "sql/canonical/sort_keys.hpp"

#include <utility>

#include "sql/canonical/order_by.hpp"

namespace pgplumb::sql::canon {
namespace {

// USING < and USING > are the two directions of one comparison.
std::string comparison_of(const SortBy& sort) {
  if (sort.sortby_dir != SORTBY_USING) return {};
  const auto names = items<Node>(sort.useOp);
  std::string name = string_of(names[names.size() - 1]);
  return name == "<" || name == ">" ? std::string() : name;
}

}  // namespace

const SortKeys::Key* SortKeys::find(std::string_view text) const {
  for (const Key& key : keys_) {
    if (!key.whole && key.text == text) return &key;
  }
  return nullptr;
}

void SortKeys::add(std::string key) {
  if (find(key) == nullptr) keys_.push_back({std::move(key), {}, {}, false});
}

void SortKeys::add(std::string key, const SortBy& sort) {
  std::string comparison = comparison_of(sort);
  bool other = false;
  for (const Key& one : keys_) {
    if (one.text != key) continue;
    if (one.comparison == comparison) return;
    other = true;
  }
  // Two operators may be the two directions of one comparison.
  doubtful_ = doubtful_ || other;
  keys_.push_back({std::move(key), sort_order(sort), std::move(comparison), false});
}

void SortKeys::add_whole(std::string text) { keys_.push_back({std::move(text), {}, {}, true}); }

std::string SortKeys::text() const {
  std::string text;
  for (const Key& key : keys_) {
    if (!text.empty()) text += ", ";
    text += key.text + key.direction;
  }
  return text;
}

std::string SortKeys::text_after(std::string_view words) const {
  return keys_.empty() ? std::string() : std::string(words) + text();
}

std::string SortKeys::in_order_of(const SortKeys& order) const {
  SortKeys sorted;
  for (const Key& key : order.keys_) {
    if (find(key.text) != nullptr) sorted.add(key.text);
  }
  for (const Key& key : keys_) sorted.add(key.text);
  return sorted.text();
}

}  // namespace pgplumb::sql::canon
