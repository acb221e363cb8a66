// A value that an expression of a DO block comes to, as far as the text and the model tell.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace pgplumb::parse {

struct KnownValue {
  // unknown: can't be told. object: an oid, `text` says of what ("class public.t").
  // at_least: an integer that is not known, but not below `number`.
  enum class Kind { unknown, null, boolean, integer, text, object, at_least };
  Kind kind = Kind::unknown;
  bool flag = false;
  std::int64_t number = 0;
  std::string text;

  [[nodiscard]] bool known() const { return kind != Kind::unknown && kind != Kind::at_least; }
  [[nodiscard]] bool is_null() const { return kind == Kind::null; }
  [[nodiscard]] bool is_true() const { return kind == Kind::boolean && flag; }
  // Known not to be true: false or null, which is the same to IF and WHERE.
  [[nodiscard]] bool is_not_true() const { return known() && !is_true(); }

  static KnownValue null() { return {Kind::null, false, 0, {}}; }
  static KnownValue boolean(bool flag) { return {Kind::boolean, flag, 0, {}}; }
  static KnownValue integer(std::int64_t number) { return {Kind::integer, false, number, {}}; }
  static KnownValue of_text(std::string text) { return {Kind::text, false, 0, std::move(text)}; }
  static KnownValue object(std::string text) { return {Kind::object, false, 0, std::move(text)}; }
  static KnownValue at_least(std::int64_t number) { return {Kind::at_least, false, number, {}}; }
};

// `a op b` for =, <>, <, >, <=, >= and ||; null where one is null.
[[nodiscard]] KnownValue apply_operator(const std::string& op, const KnownValue& a,
                                        const KnownValue& b);
[[nodiscard]] KnownValue logical_and(const KnownValue& a, const KnownValue& b);
[[nodiscard]] KnownValue logical_or(const KnownValue& a, const KnownValue& b);
[[nodiscard]] KnownValue logical_not(const KnownValue& a);

[[nodiscard]] KnownValue as_integer(const KnownValue& value);
[[nodiscard]] KnownValue as_boolean(const KnownValue& value);
[[nodiscard]] KnownValue as_text(const KnownValue& value);

// LIKE without ESCAPE.
[[nodiscard]] bool matches_like(const std::string& text, const std::string& pattern);

}  // namespace pgplumb::parse
