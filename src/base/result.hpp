// A value or the reason why there is none, for outcomes that a user can cause and is told about.
//
// A small twin of std::expected (C++23), so that it can become one. What the world does to us
// (a lost connection, an unreadable file) is an exception instead; see base/failure.hpp.
#pragma once

#include <utility>
#include <variant>

#include "base/assert.hpp"
#include "base/diagnostic.hpp"

namespace pgplumb {

template <typename T>
class [[nodiscard]] Result {
 public:
  // Implicit, so that a function returns either without a word more.
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(Diagnostic problem) : state_(std::in_place_index<1>, std::move(problem)) {}

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // Requires has_value().
  [[nodiscard]] const T& value() const& { return checked(); }
  [[nodiscard]] T& value() & { return checked(); }
  [[nodiscard]] T&& value() && { return std::move(checked()); }
  const T& operator*() const& { return checked(); }
  T& operator*() & { return checked(); }
  T&& operator*() && { return std::move(checked()); }
  const T* operator->() const { return &checked(); }
  T* operator->() { return &checked(); }

  // Requires !has_value().
  [[nodiscard]] const Diagnostic& error() const {
    PGPLUMB_ASSERT(!has_value());
    return *std::get_if<1>(&state_);
  }

 private:
  T& checked() {
    PGPLUMB_ASSERT(has_value());
    return *std::get_if<0>(&state_);
  }
  const T& checked() const {
    PGPLUMB_ASSERT(has_value());
    return *std::get_if<0>(&state_);
  }

  std::variant<T, Diagnostic> state_;
};

}  // namespace pgplumb
