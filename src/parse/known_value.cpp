#include "parse/known_value.hpp"

#include <charconv>
#include <utility>

#include "parse/database_name.hpp"

namespace pgplumb::parse {
namespace {

using ValueKind = KnownValue::Kind;

// -1, 0, 1; nothing where the order can't be told (texts depend on the collation).
std::optional<int> compare(const KnownValue& a, const KnownValue& b) {
  if (a.kind == ValueKind::integer && b.kind == ValueKind::integer) {
    return a.number < b.number ? -1 : (a.number > b.number ? 1 : 0);
  }
  return std::nullopt;
}

std::optional<bool> equal(const KnownValue& a, const KnownValue& b) {
  if (holds_database_mark(a.text) || holds_database_mark(b.text)) return std::nullopt;
  if (a.kind == b.kind) {
    if (a.kind == ValueKind::boolean) return a.flag == b.flag;
    if (a.kind == ValueKind::integer) return a.number == b.number;
    return a.text == b.text;
  }
  if (a.kind == ValueKind::text && b.kind == ValueKind::integer) return equal(as_integer(a), b);
  if (a.kind == ValueKind::integer && b.kind == ValueKind::text) return equal(a, as_integer(b));
  if (a.kind == ValueKind::text && b.kind == ValueKind::boolean) return equal(as_boolean(a), b);
  if (a.kind == ValueKind::boolean && b.kind == ValueKind::text) return equal(a, as_boolean(b));
  return std::nullopt;
}

// A number that is at least `bound` against a known one.
KnownValue compare_bound(const std::string& op, std::int64_t bound, std::int64_t other) {
  if (other > bound) return {};
  const bool above = other < bound;
  if (op == ">=") return KnownValue::boolean(true);
  if (op == "<") return KnownValue::boolean(false);
  if (above && (op == ">" || op == "<>")) return KnownValue::boolean(true);
  if (above && (op == "<=" || op == "=")) return KnownValue::boolean(false);
  return {};
}

std::string mirrored(const std::string& op) {
  if (op == "<") return ">";
  if (op == ">") return "<";
  if (op == "<=") return ">=";
  return op == ">=" ? "<=" : op;
}

KnownValue compare_numbers(const std::string& op, const KnownValue& a, const KnownValue& b) {
  const auto order = compare(as_integer(a), as_integer(b));
  if (!order) return {};
  if (op == "<") return KnownValue::boolean(*order < 0);
  if (op == ">") return KnownValue::boolean(*order > 0);
  if (op == "<=") return KnownValue::boolean(*order <= 0);
  if (op == ">=") return KnownValue::boolean(*order >= 0);
  return {};
}

KnownValue concatenated(const KnownValue& a, const KnownValue& b) {
  const KnownValue left = as_text(a);
  const KnownValue right = as_text(b);
  if (left.kind != ValueKind::text || right.kind != ValueKind::text) return {};
  return KnownValue::of_text(left.text + right.text);
}

}  // namespace

KnownValue as_integer(const KnownValue& value) {
  if (value.kind == ValueKind::integer || value.kind == ValueKind::at_least || value.is_null())
    return value;
  if (value.kind == ValueKind::boolean) return KnownValue::integer(value.flag ? 1 : 0);
  if (value.kind != ValueKind::text) return {};
  std::int64_t number = 0;
  const char* end = value.text.data() + value.text.size();
  const auto read = std::from_chars(value.text.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return {};
  return KnownValue::integer(number);
}

KnownValue as_boolean(const KnownValue& value) {
  if (value.kind == ValueKind::boolean || value.is_null()) return value;
  if (value.kind == ValueKind::integer) return KnownValue::boolean(value.number != 0);
  if (value.kind != ValueKind::text) return {};
  const std::string& text = value.text;
  if (text == "t" || text == "true" || text == "on" || text == "yes" || text == "1") {
    return KnownValue::boolean(true);
  }
  if (text == "f" || text == "false" || text == "off" || text == "no" || text == "0") {
    return KnownValue::boolean(false);
  }
  return {};
}

KnownValue as_text(const KnownValue& value) {
  if (value.kind == ValueKind::text || value.is_null()) return value;
  if (value.kind == ValueKind::integer) return KnownValue::of_text(std::to_string(value.number));
  if (value.kind == ValueKind::boolean) return KnownValue::of_text(value.flag ? "true" : "false");
  return {};
}

KnownValue apply_operator(const std::string& op, const KnownValue& a, const KnownValue& b) {
  if (a.is_null() || b.is_null()) return KnownValue::null();
  if (a.kind == ValueKind::at_least && as_integer(b).kind == ValueKind::integer) {
    return compare_bound(op == "!=" ? "<>" : op, a.number, as_integer(b).number);
  }
  if (b.kind == ValueKind::at_least && as_integer(a).kind == ValueKind::integer) {
    return compare_bound(mirrored(op == "!=" ? "<>" : op), b.number, as_integer(a).number);
  }
  if (!a.known() || !b.known()) return {};
  if (op == "=" || op == "<>" || op == "!=") {
    const auto same = equal(a, b);
    return same ? KnownValue::boolean(*same == (op == "=")) : KnownValue{};
  }
  return op == "||" ? concatenated(a, b) : compare_numbers(op, a, b);
}

KnownValue logical_and(const KnownValue& a, const KnownValue& b) {
  const auto is_false = [](const KnownValue& v) { return v.kind == ValueKind::boolean && !v.flag; };
  if (is_false(a) || is_false(b)) return KnownValue::boolean(false);
  if (a.is_true() && b.is_true()) return a;
  return a.known() && b.known() ? KnownValue::null() : KnownValue{};
}

KnownValue logical_not(const KnownValue& a) {
  return a.kind == ValueKind::boolean ? KnownValue::boolean(!a.flag) : a;
}

KnownValue logical_or(const KnownValue& a, const KnownValue& b) {
  return logical_not(logical_and(logical_not(a), logical_not(b)));
}

bool matches_like(const std::string& text, const std::string& pattern) {
  std::size_t t = 0;
  std::size_t p = 0;
  std::size_t star = std::string::npos;
  std::size_t resume = 0;
  while (t < text.size()) {
    const bool escaped = p + 1 < pattern.size() && pattern[p] == '\\';
    if (p < pattern.size() && pattern[p] == '%') {
      star = p++;
      resume = t;
    } else if (escaped ? pattern[p + 1] == text[t]
                       : p < pattern.size() && (pattern[p] == '_' || pattern[p] == text[t])) {
      p += escaped ? 2U : 1U;
      ++t;
    } else if (star != std::string::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '%') ++p;
  return p == pattern.size();
}

}  // namespace pgplumb::parse
