#include "migrations/version.hpp"

#include <algorithm>
#include <utility>

namespace pgplumb::migrations {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) -
                                  text.begin());
}

std::string number_in(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  return digits.empty() ? "0" : digits;
}

}  // namespace

Version::Version(std::string written) : written_(std::move(written)) {
  if (written_.empty()) return;
  std::string_view rest = written_;
  for (;;) {
    const std::size_t dot = std::min(rest.find('.'), rest.size());
    parts_.push_back(number_in(rest.substr(0, dot)));
    if (dot == rest.size()) break;
    rest.remove_prefix(dot + 1);
  }
  while (parts_.size() > 1 && parts_.back() == "0") parts_.pop_back();
}

std::strong_ordering Version::operator<=>(const Version& other) const {
  const std::size_t common = std::min(parts_.size(), other.parts_.size());
  for (std::size_t i = 0; i < common; ++i) {
    const std::string& mine = parts_[i];
    const std::string& theirs = other.parts_[i];
    if (mine.size() != theirs.size()) return mine.size() <=> theirs.size();
    if (const auto order = mine <=> theirs; order != 0) return order;
  }
  return parts_.size() <=> other.parts_.size();
}

std::string_view leading_version(std::string_view file_name) {
  constexpr std::size_t kDate = 8;
  constexpr std::size_t kTime = 6;
  std::size_t length = count_digits(file_name);
  // YYYYMMDD_HHMMSS: the time belongs to the version when it is one.
  if (length == kDate && file_name.size() > kDate && file_name[kDate] == '_' &&
      count_digits(file_name.substr(kDate + 1)) == kTime) {
    length = kDate + 1 + kTime;
  }
  // "1.2_name", but not "7.do.name".
  while (length > 0 && length < file_name.size() && file_name[length] == '.') {
    const std::size_t more = count_digits(file_name.substr(length + 1));
    if (more == 0) break;
    length += 1 + more;
  }
  return file_name.substr(0, length);
}

}  // namespace pgplumb::migrations
