// The objects of one kind, out of all.
#pragma once

#include <utility>
#include <variant>

#include "schema/object_map.hpp"

namespace pgplumb {

// In id order, as (id, object). Valid as long as the map, and until one of them is erased.
template <typename T>
class ObjectsOf {
 public:
  using Place = ObjectMap::Tree::const_iterator;

  class Iterator {
   public:
    explicit Iterator(Place at) : at_(at) {}
    std::pair<const ObjectId&, const T&> operator*() const {
      return {at_->first, std::get<T>(at_->second)};
    }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    Place at_;
  };

  ObjectsOf(Place begin, Place end) : begin_(begin), end_(end) {}
  [[nodiscard]] Iterator begin() const { return Iterator(begin_); }
  [[nodiscard]] Iterator end() const { return Iterator(end_); }
  [[nodiscard]] bool empty() const { return begin_ == end_; }

 private:
  Place begin_;
  Place end_;
};

}  // namespace pgplumb
