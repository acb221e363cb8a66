#include "sql/canonical/literals.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <string_view>

#include "base/letters.hpp"
#include "schema/identifier.hpp"
#include "sql/canonical/builtins.hpp"
#include "sql/canonical/literal_text.hpp"

namespace pgplumb::sql::canon {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

NormalLiteral as_written(const std::string& raw) { return {raw, false}; }

NormalLiteral normal_integer(const std::string& raw, std::int64_t low, std::int64_t high) {
  std::string_view text = trimmed(raw);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) {
    return as_written(raw);
  }
  if (value < low || value > high) return as_written(raw);
  return {std::to_string(value), true};
}

template <typename Integer>
NormalLiteral normal_integer(const std::string& raw) {
  return normal_integer(raw, std::numeric_limits<Integer>::min(),
                        std::numeric_limits<Integer>::max());
}

NormalLiteral normal_bool(const std::string& raw) {
  const std::string text = lowered(trimmed(raw));
  if (text.empty()) return as_written(raw);
  const auto begins = [&](std::string_view word) {
    return word.compare(0, text.size(), text) == 0;
  };
  if (text == "1" || text == "on" || begins("true") || begins("yes")) return {"true", true};
  if (text == "0" || text == "of" || text == "off" || begins("false") || begins("no")) {
    return {"false", true};
  }
  return as_written(raw);
}

// What is no number but has a word. Not sure for others.
NormalLiteral normal_infinity(const std::string& raw) {
  std::string text = lowered(trimmed(raw));
  if (text == "nan") return {"NaN", true};
  const bool negative = !text.empty() && text.front() == '-';
  if (negative || (!text.empty() && text.front() == '+')) text.erase(0, 1);
  if (text != "infinity" && text != "inf") return as_written(raw);
  return {negative ? "-Infinity" : "Infinity", true};
}

constexpr int kMaxExponent = 60;

// "1.5e3" as "1500", "1e-3" as "0.001"; unchanged without an exponent, empty when it is odd.
std::string without_exponent(std::string_view text) {
  const std::size_t mark = text.find_first_of("eE");
  if (mark == std::string_view::npos) return std::string(text);
  std::string_view written = text.substr(mark + 1);
  if (!written.empty() && written.front() == '+') written.remove_prefix(1);
  int exponent = 0;
  const auto [end, error] =
      std::from_chars(written.data(), written.data() + written.size(), exponent);
  if (error != std::errc() || end != written.data() + written.size()) return {};
  if (exponent > kMaxExponent || exponent < -kMaxExponent) return {};
  std::string sign;
  std::string digits(text.substr(0, mark));
  if (!digits.empty() && (digits[0] == '-' || digits[0] == '+')) {
    sign = digits.substr(0, 1);
    digits.erase(0, 1);
  }
  std::size_t point = std::min(digits.find('.'), digits.size());
  if (point < digits.size()) digits.erase(point, 1);
  for (; exponent > 0; --exponent) {
    if (point == digits.size()) digits += '0';
    ++point;
  }
  for (; exponent < 0; ++exponent) {
    if (point == 0)
      digits.insert(0, 1, '0');
    else
      --point;
  }
  digits.insert(point, 1, '.');
  if (digits.front() == '.') digits.insert(0, 1, '0');
  if (digits.back() == '.') digits.pop_back();
  return sign + digits;
}

// Digits with at most one point and a small exponent.
NormalLiteral normal_numeric(const std::string& raw) {
  if (NormalLiteral word = normal_infinity(raw); word.certain) return word;
  const std::string plain = without_exponent(trimmed(raw));
  std::string_view text = plain;
  const bool negative = !text.empty() && text.front() == '-';
  if (negative || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string_view whole = text.substr(0, point);
  const std::string_view fraction = point < text.size() ? text.substr(point + 1) : "";
  if (whole.empty() && fraction.empty()) return as_written(raw);
  if ((!whole.empty() && !all_digits(whole)) || (!fraction.empty() && !all_digits(fraction))) {
    return as_written(raw);
  }
  while (whole.size() > 1 && whole.front() == '0') whole.remove_prefix(1);
  std::string result = whole.empty() ? "0" : std::string(whole);
  if (!fraction.empty()) result.append(".").append(fraction);
  const bool zero = result.find_first_not_of("0.") == std::string::npos;
  return {negative && !zero ? "-" + result : result, true};
}

// Shortest text that reads back as the same number, where no exponent is needed.
template <typename Float>
NormalLiteral normal_float(const std::string& raw) {
  if (NormalLiteral word = normal_infinity(raw); word.certain) return word;
  const std::string_view text = trimmed(raw);
  Float value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) {
    return as_written(raw);
  }
  const Float size = value < 0 ? -value : value;
  const bool plain = size == 0 || (size >= Float(0.0001) && size < Float(1e6));
  if (!plain) return as_written(raw);
  char buffer[64];
  const auto written =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
  return {std::string(buffer, written.ptr), true};
}

NormalLiteral normal_uuid(const std::string& raw) {
  std::string_view text = raw;
  if (text.size() > 2 && text.front() == '{' && text.back() == '}') {
    text = text.substr(1, text.size() - 2);
  }
  std::string digits;
  for (const char c : text) {
    if (c == '-' && digits.size() % 4 == 0 && !digits.empty()) continue;
    const char low = lowered(c);
    if (!is_digit(low) && (low < 'a' || low > 'f')) return as_written(raw);
    digits += low;
  }
  if (digits.size() != 32) return as_written(raw);
  for (const std::size_t at : {20U, 16U, 12U, 8U}) digits.insert(at, "-");
  return {digits, true};
}

bool is_ipv4(std::string_view text) {
  int parts = 0;
  while (true) {
    const std::size_t end = std::min(text.find('.'), text.size());
    const std::string_view part = text.substr(0, end);
    if (!all_digits(part) || part.size() > 3 || (part.size() > 1 && part[0] == '0')) return false;
    if (part.size() == 3 && part > "255") return false;
    ++parts;
    if (end == text.size()) return parts == 4;
    text.remove_prefix(end + 1);
  }
}

NormalLiteral normal_inet(const std::string& raw) {
  const std::size_t slash = raw.find('/');
  const std::string address = raw.substr(0, slash);
  if (!is_ipv4(address)) return as_written(raw);
  if (slash == std::string::npos) return {address, true};
  const std::string bits = raw.substr(slash + 1);
  if (!all_digits(bits) || bits.size() > 2 ||
      (bits.size() == 2 && (bits[0] == '0' || bits > "32"))) {
    return as_written(raw);
  }
  return {bits == "32" ? address : raw, true};
}

NormalLiteral normal_bytea(const std::string& raw) {
  if (raw.compare(0, 2, "\\x") != 0) {
    return raw.empty() ? NormalLiteral{"\\x", true} : as_written(raw);
  }
  const std::string text = lowered(raw);
  const bool hex = text.find_first_not_of("0123456789abcdef", 2) == std::string::npos;
  return hex && text.size() % 2 == 0 ? NormalLiteral{text, true} : as_written(raw);
}

// "b101" and "x1F" as the grammar writes bit strings, or plain digits.
NormalLiteral normal_bits(const std::string& raw) {
  const bool hex = !raw.empty() && (raw[0] == 'x' || raw[0] == 'X');
  const bool prefixed = hex || (!raw.empty() && (raw[0] == 'b' || raw[0] == 'B'));
  std::string bits;
  for (std::size_t i = prefixed ? 1 : 0; i < raw.size(); ++i) {
    const std::string_view digits = hex ? "0123456789abcdef" : "01";
    const std::size_t value = digits.find(lowered(raw[i]));
    if (value == std::string_view::npos) return as_written(raw);
    for (int bit = hex ? 3 : 0; bit >= 0; --bit) bits += (value >> bit & 1U) != 0 ? '1' : '0';
  }
  return {bits, true};
}

NormalLiteral normal_enum(const TypeInfo& type, const std::string& raw) {
  const bool known_label =
      type.labels != nullptr &&
      std::find(type.labels->begin(), type.labels->end(), raw) != type.labels->end();
  return {raw, known_label};
}

}  // namespace

NormalLiteral normal_literal(const TypeInfo& type, const std::string& raw) {
  const KnownTypes& k = known();
  if (type.is_array) return normal_array(*type.subscript, raw);
  if (type.kind == 'e') return normal_enum(type, raw);
  const TypeInfo* t = &type;
  if (t == k.text || t == k.varchar || t == k.bpchar || t == k.unknown) return {raw, true};
  if (t == k.json || t == k.xml) return {raw, true};
  if (t == k.boolean) return normal_bool(raw);
  if (t == k.int4) return normal_integer<std::int32_t>(raw);
  if (t == k.int8) return normal_integer<std::int64_t>(raw);
  if (t == k.int2) return normal_integer<std::int16_t>(raw);
  if (t == k.oid) return normal_integer(raw, 0, std::numeric_limits<std::uint32_t>::max());
  if (t == k.numeric) return normal_numeric(raw);
  if (t == k.float8) return normal_float<double>(raw);
  if (t == k.float4) return normal_float<float>(raw);
  if (t == k.uuid) return normal_uuid(raw);
  if (t == k.inet) return normal_inet(raw);
  if (t == k.bit || t == k.varbit) return normal_bits(raw);
  if (t == k.bytea) return normal_bytea(raw);
  if (t == k.jsonb) return normal_jsonb(raw);
  if (t == k.jsonpath) return normal_jsonpath(raw);
  if (t == k.interval) return normal_interval(raw);
  if (t == k.date) return normal_date(raw);
  if (t == k.time) return normal_time(raw);
  if (t == k.timestamp) return normal_timestamp(raw);
  if (t == k.timestamptz) return normal_timestamptz(raw);
  if (t == k.name) return {raw, raw.size() <= kMaxNameBytes};
  if (t == k.char_) return {raw, raw.size() <= 1};
  if (t == k.regconfig) {
    const bool prefixed = raw.compare(0, 11, "pg_catalog.") == 0;
    const std::string name = prefixed ? raw.substr(11) : raw;
    return is_builtin_text_search_configuration(name) ? NormalLiteral{name, true} : as_written(raw);
  }
  return as_written(raw);
}

}  // namespace pgplumb::sql::canon
