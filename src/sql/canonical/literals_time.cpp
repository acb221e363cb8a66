// Dates and times in ISO form, intervals in the verbose form: what DateStyle and TimeZone don't
// touch.
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "sql/canonical/literal_text.hpp"
#include "sql/canonical/literals.hpp"

namespace pgplumb::sql::canon {
namespace {

// Reads from the front of a text.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) { skip_spaces(); }

  [[nodiscard]] bool done() const { return text_.empty(); }
  [[nodiscard]] char peek() const { return text_.empty() ? '\0' : text_.front(); }
  void skip_spaces() {
    while (!text_.empty() && text_.front() == ' ') text_.remove_prefix(1);
  }
  bool accept(char c) {
    if (peek() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  // `least` to `most` digits.
  std::optional<std::int64_t> number(std::size_t least, std::size_t most) {
    std::size_t size = 0;
    while (size < text_.size() && is_digit(text_[size])) ++size;
    if (size < least || size > most) return {};
    std::int64_t value = 0;
    std::from_chars(text_.data(), text_.data() + size, value);
    text_.remove_prefix(size);
    return value;
  }
  std::string word() {
    std::string result;
    while (!text_.empty()) {
      const char c = static_cast<char>(text_.front() | 0x20);
      if (c < 'a' || c > 'z') break;
      result += c;
      text_.remove_prefix(1);
    }
    return result;
  }
  // ".123" as microseconds; 0 without a point.
  std::optional<std::int64_t> fraction() {
    if (!accept('.')) return 0;
    std::int64_t value = 0;
    int digits = 0;
    while (is_digit(peek())) {
      if (++digits > 6) return {};
      value = value * 10 + (text_.front() - '0');
      text_.remove_prefix(1);
    }
    for (; digits < 6; ++digits) value *= 10;
    return value;
  }

 private:
  std::string_view text_;
};

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;

struct Day {
  std::int64_t year = 0;
  std::int64_t month = 0;
  std::int64_t day = 0;
};

bool is_leap(std::int64_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

std::int64_t days_in(std::int64_t year, std::int64_t month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

std::optional<Day> read_day(Reader& reader) {
  const auto year = reader.number(4, 4);
  if (!year || !reader.accept('-')) return {};
  const auto month = reader.number(1, 2);
  if (!month || !reader.accept('-')) return {};
  const auto day = reader.number(1, 2);
  if (!day || *year < 1 || *month < 1 || *month > 12) return {};
  if (*day < 1 || *day > days_in(*year, *month)) return {};
  return Day{*year, *month, *day};
}

// Microseconds since midnight.
std::optional<std::int64_t> read_clock(Reader& reader) {
  const auto hour = reader.number(1, 2);
  if (!hour || *hour > 23 || !reader.accept(':')) return {};
  const auto minute = reader.number(2, 2);
  if (!minute || *minute > 59) return {};
  std::int64_t value = *hour * kHour + *minute * kMinute;
  if (!reader.accept(':')) return value;
  const auto second = reader.number(2, 2);
  const auto fraction = second ? reader.fraction() : std::nullopt;
  if (!fraction || *second > 59) return {};
  return value + *second * kSecond + *fraction;
}

std::string padded(std::int64_t value, int width) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%0*lld", width, static_cast<long long>(value));
  return buffer;
}

std::string print_fraction(std::int64_t micros) {
  if (micros == 0) return "";
  std::string digits = padded(micros, 6);
  while (digits.back() == '0') digits.pop_back();
  return "." + digits;
}

std::string print_clock(std::int64_t micros) {
  return padded(micros / kHour, 2) + ":" + padded(micros / kMinute % 60, 2) + ":" +
         padded(micros / kSecond % 60, 2) + print_fraction(micros % kSecond);
}

std::string print_day(const Day& day) {
  return padded(day.year, 4) + "-" + padded(day.month, 2) + "-" + padded(day.day, 2);
}

bool is_infinity(const std::string& raw) { return raw == "infinity" || raw == "-infinity"; }

struct Moment {
  Day day;
  std::int64_t clock = 0;
};

std::optional<Moment> read_moment(Reader& reader) {
  const auto day = read_day(reader);
  if (!day) return {};
  Moment moment{*day, 0};
  if (!reader.accept('T')) {
    if (reader.peek() != ' ') return moment;
    reader.skip_spaces();
    if (!is_digit(reader.peek())) return moment;
  }
  const auto clock = read_clock(reader);
  if (!clock) return {};
  moment.clock = *clock;
  return moment;
}

void add_day(Day& day, int step) {
  day.day += step;
  if (day.day < 1) {
    day.month -= 1;
    if (day.month < 1) {
      day.month = 12;
      day.year -= 1;
    }
    day.day = days_in(day.year, day.month);
  } else if (day.day > days_in(day.year, day.month)) {
    day.day = 1;
    day.month += 1;
    if (day.month > 12) {
      day.month = 1;
      day.year += 1;
    }
  }
}

// "+02", "-05:30", "Z", "UTC" as microseconds east of UTC.
std::optional<std::int64_t> read_offset(Reader& reader) {
  reader.skip_spaces();
  if (reader.peek() != '-' && reader.peek() != '+') {
    const std::string zone = reader.word();
    if (zone == "z" || zone == "utc" || zone == "gmt") return 0;
    return {};
  }
  const bool west = reader.peek() == '-';
  if (!reader.accept('-') && !reader.accept('+')) return {};
  const auto hours = reader.number(1, 2);
  if (!hours || *hours > 15) return {};
  std::int64_t offset = *hours * kHour;
  if (reader.accept(':')) {
    const auto minutes = reader.number(2, 2);
    if (!minutes || *minutes > 59) return {};
    offset += *minutes * kMinute;
  }
  return west ? -offset : offset;
}

struct Span {
  std::int64_t months = 0;
  std::int64_t days = 0;
  std::int64_t micros = 0;
};

bool add_unit(Span& span, std::int64_t amount, const std::string& unit) {
  const auto is = [&](auto... words) { return ((unit == words) || ...); };
  if (is("year", "years", "y", "yr", "yrs"))
    span.months += 12 * amount;
  else if (is("month", "months", "mon", "mons"))
    span.months += amount;
  else if (is("week", "weeks", "w"))
    span.days += 7 * amount;
  else if (is("day", "days", "d"))
    span.days += amount;
  else if (is("hour", "hours", "h", "hr", "hrs"))
    span.micros += kHour * amount;
  else if (is("minute", "minutes", "m", "min", "mins"))
    span.micros += kMinute * amount;
  else if (is("second", "seconds", "s", "sec", "secs"))
    span.micros += kSecond * amount;
  else if (is("decade", "decades"))
    span.months += 120 * amount;
  else if (is("century", "centuries"))
    span.months += 1200 * amount;
  else
    return false;
  return true;
}

// "[-]HH:MM[:SS[.f]]" after its hours were read.
bool add_clock(Span& span, std::int64_t hours, bool negative, Reader& reader) {
  const auto minutes = reader.number(2, 2);
  if (!minutes || *minutes > 59) return false;
  std::int64_t value = hours * kHour + *minutes * kMinute;
  if (reader.accept(':')) {
    const auto seconds = reader.number(2, 2);
    const auto fraction = seconds ? reader.fraction() : std::nullopt;
    if (!fraction || *seconds > 59) return false;
    value += *seconds * kSecond + *fraction;
  }
  span.micros += negative ? -value : value;
  return true;
}

std::optional<Span> read_span(Reader& reader) {
  Span span;
  bool any = false;
  while (!reader.done()) {
    const bool negative = reader.accept('-');
    if (!negative) reader.accept('+');
    const auto amount = reader.number(1, 9);
    if (!amount) return {};
    if (reader.accept(':')) {
      if (!add_clock(span, *amount, negative, reader)) return {};
    } else {
      reader.skip_spaces();
      const std::string unit = reader.word();
      // A bare number means seconds only at the end; with a sign in front of a clock it is a day.
      if (unit.empty() && (!reader.done() || any)) return {};
      const std::int64_t signed_amount = negative ? -*amount : *amount;
      if (!add_unit(span, signed_amount, unit.empty() ? "second" : unit)) return {};
    }
    any = true;
    reader.skip_spaces();
  }
  if (!any) return {};
  return span;
}

// Signs of all printed parts must agree: what IntervalStyle postgres does with others is odd.
bool same_sign(const Span& span) {
  const bool negative = span.months < 0 || span.days < 0 || span.micros < 0;
  const bool positive = span.months > 0 || span.days > 0 || span.micros > 0;
  return !(negative && positive);
}

void print_unit(std::string& out, std::int64_t amount, const char* unit) {
  if (amount == 0) return;
  if (!out.empty()) out += ' ';
  out += std::to_string(amount) + " " + unit + (amount == 1 ? "" : "s");
}

std::string print_span(const Span& span) {
  std::string out;
  print_unit(out, span.months / 12, "year");
  print_unit(out, span.months % 12, "mon");
  print_unit(out, span.days, "day");
  if (span.micros == 0 && !out.empty()) return out;
  if (!out.empty()) out += ' ';
  if (span.micros < 0) out += '-';
  return out += print_clock(std::llabs(span.micros));
}

}  // namespace

NormalLiteral normal_date(const std::string& raw) {
  if (is_infinity(raw)) return {raw, true};
  Reader reader(raw);
  const auto day = read_day(reader);
  if (!day || !reader.done()) return {raw, false};
  return {print_day(*day), true};
}

NormalLiteral normal_time(const std::string& raw) {
  Reader reader(raw);
  const auto clock = read_clock(reader);
  if (!clock || !reader.done()) return {raw, false};
  return {print_clock(*clock), true};
}

NormalLiteral normal_timestamp(const std::string& raw) {
  if (is_infinity(raw)) return {raw, true};
  Reader reader(raw);
  const auto moment = read_moment(reader);
  if (!moment) return {raw, false};
  // A time zone is read and ignored.
  if (!reader.done() && (!read_offset(reader) || !reader.done())) return {raw, false};
  return {print_day(moment->day) + " " + print_clock(moment->clock), true};
}

// Without an offset the session's TimeZone decides: not certain. With one: the same moment in UTC.
NormalLiteral normal_timestamptz(const std::string& raw) {
  if (is_infinity(raw)) return {raw, true};
  Reader reader(raw);
  auto moment = read_moment(reader);
  if (!moment) return {raw, false};
  const auto offset = read_offset(reader);
  if (!offset || !reader.done()) return {raw, false};
  moment->clock -= *offset;
  if (moment->clock < 0) {
    add_day(moment->day, -1);
    moment->clock += 24 * kHour;
  } else if (moment->clock >= 24 * kHour) {
    add_day(moment->day, 1);
    moment->clock -= 24 * kHour;
  }
  if (moment->day.year < 1) return {raw, false};
  return {print_day(moment->day) + " " + print_clock(moment->clock) + "+00", true};
}

NormalLiteral normal_interval(const std::string& raw) {
  Reader reader(raw);
  const auto span = read_span(reader);
  if (!span || !same_sign(*span)) return {raw, false};
  return {print_span(*span), true};
}

}  // namespace pgplumb::sql::canon
