// Text that is kept once in a process. A catalog holds the same few thousand names a hundred
// thousand times: as this they are copied without memory of their own and told apart by address.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>

namespace pgplumb {

class InternedText;

template <typename T>
concept PlainText =
    std::convertible_to<const T&, std::string_view> && !std::same_as<T, InternedText>;

// A value: immutable, comparable, ordered by its bytes. Safe between threads. What was made once
// stays until the process ends, so it is for names and for what is about as frequent, not for data.
class InternedText {
 public:
  InternedText() = default;  // ""
  // Implicit, both ways: it is text, however it is kept.
  // NOLINTBEGIN(google-explicit-constructor)
  template <PlainText T>
  InternedText(const T& text) : InternedText(std::string_view(text), Found()) {}

  [[nodiscard]] const std::string& str() const { return text_ == nullptr ? nothing() : *text_; }
  operator const std::string&() const { return str(); }
  operator std::string_view() const { return str(); }
  // NOLINTEND(google-explicit-constructor)

  [[nodiscard]] bool empty() const { return text_ == nullptr; }
  [[nodiscard]] std::size_t size() const { return text_ == nullptr ? 0 : text_->size(); }
  void clear() { text_ = nullptr; }
  // Of this process: for containers that have no order.
  [[nodiscard]] std::size_t hash() const { return std::hash<const void*>()(text_); }

  friend bool operator==(const InternedText& a, const InternedText& b) = default;
  friend std::strong_ordering operator<=>(const InternedText& a, const InternedText& b) {
    if (a.text_ == b.text_) return std::strong_ordering::equal;
    return a.str().compare(b.str()) <=> 0;
  }
  template <PlainText T>
  friend bool operator==(const InternedText& a, const T& b) {
    return a.str() == std::string_view(b);
  }
  template <PlainText T>
  friend std::strong_ordering operator<=>(const InternedText& a, const T& b) {
    return std::string_view(a) <=> std::string_view(b);
  }

  friend std::string operator+(const InternedText& a, const InternedText& b) {
    return a.str() + b.str();
  }
  template <PlainText T>
  friend std::string operator+(const InternedText& a, const T& b) {
    return std::string(a.str()).append(std::string_view(b));
  }
  template <PlainText T>
  friend std::string operator+(const T& a, const InternedText& b) {
    return std::string(std::string_view(a)).append(b.str());
  }
  friend std::ostream& operator<<(std::ostream& out, const InternedText& text) {
    return out << text.str();
  }

 private:
  struct Found {};
  InternedText(std::string_view text, Found);
  static const std::string& nothing();

  const std::string* text_ = nullptr;  // null: ""
};

}  // namespace pgplumb
