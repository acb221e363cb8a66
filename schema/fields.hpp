// What of a kind may change, as a tuple of member pointers with names.
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "schema/verdict.hpp"

namespace pgplumb {

template <auto Member>
struct Field {
  std::string_view name;
  static constexpr auto member = Member;
};

template <auto Member>
constexpr Field<Member> field(std::string_view name) {
  return {name};
}

template <typename T>
concept HasFields = requires {
  T::fields;
};

template <HasFields T>
inline constexpr std::size_t kFieldCount =
    std::tuple_size_v<std::remove_cvref_t<decltype(T::fields)>>;

// Calls `visit(Field, index)` for each field of T.
template <HasFields T, typename Visit>
constexpr void for_each_field(Visit&& visit) {
  [&]<std::size_t... I>(std::index_sequence<I...>) { (visit(std::get<I>(T::fields), I), ...); }
  (std::make_index_sequence<kFieldCount<T>>{});
}

template <HasFields T, auto Member>
constexpr std::size_t field_index() {
  std::size_t found = kFieldCount<T>;
  for_each_field<T>([&](auto field, std::size_t index) {
    if constexpr (std::is_same_v<decltype(field), Field<Member>>) found = index;
  });
  return found;
}

// compare_value(current, desired) -> Verdict. Types that can be unknown (Expression, TypeRef)
// bring their own overload, found by argument-dependent look-up.
template <typename T>
Verdict compare_any(const T& current, const T& desired);

template <typename T>
Verdict compare_any(const std::vector<T>& current, const std::vector<T>& desired) {
  if (current.size() != desired.size()) return Verdict::different;
  Verdict verdict = Verdict::equal;
  for (std::size_t i = 0; i < current.size(); ++i) {
    verdict = verdict & compare_any(current[i], desired[i]);
  }
  return verdict;
}

template <typename T>
Verdict compare_any(const std::optional<T>& current, const std::optional<T>& desired) {
  if (current.has_value() != desired.has_value()) return Verdict::different;
  return current ? compare_any(*current, *desired) : Verdict::equal;
}

template <typename T>
concept ComparesItself = requires(const T& value) {
  { compare_value(value, value) } -> std::same_as<Verdict>;
};

template <typename T>
Verdict compare_any(const T& current, const T& desired) {
  if constexpr (ComparesItself<T>) {
    return compare_value(current, desired);
  } else if constexpr (HasFields<T>) {
    Verdict verdict = Verdict::equal;
    for_each_field<T>([&](auto field, std::size_t) {
      verdict = verdict & compare_any(current.*(field.member), desired.*(field.member));
    });
    return verdict;
  } else {
    return current == desired ? Verdict::equal : Verdict::different;
  }
}

// Which fields of a T differ between two sides.
template <HasFields T>
class Changed {
 public:
  Changed() = default;
  explicit Changed(std::bitset<kFieldCount<T>> bits) : bits_(bits) {}

  template <auto Member>
  [[nodiscard]] bool has() const {
    static_assert(field_index<T, Member>() < kFieldCount<T>, "not a field of this kind");
    return bits_.test(field_index<T, Member>());
  }
  // True when nothing besides the given fields differs.
  template <auto... Members>
  [[nodiscard]] bool only() const {
    std::bitset<kFieldCount<T>> allowed;
    (allowed.set(field_index<T, Members>()), ...);
    return (bits_ & ~allowed).none();
  }
  [[nodiscard]] bool any() const { return bits_.any(); }
  [[nodiscard]] const std::bitset<kFieldCount<T>>& bits() const { return bits_; }

 private:
  std::bitset<kFieldCount<T>> bits_;
};

}  // namespace pgplumb
