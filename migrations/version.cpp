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

}  // namespace

Version::Version(std::string written) : written_(std::move(written)) {
  std::copy_if(written_.begin(), written_.end(), std::back_inserter(digits_), is_digit);
  digits_.erase(0, std::min(digits_.find_first_not_of('0'), digits_.size()));
  if (digits_.empty() && !written_.empty()) digits_ = "0";
}

std::strong_ordering Version::operator<=>(const Version& other) const {
  if (digits_.size() != other.digits_.size()) return digits_.size() <=> other.digits_.size();
  return digits_ <=> other.digits_;
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
  return file_name.substr(0, length);
}

}  // namespace pgplumb::migrations
