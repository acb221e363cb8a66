// Versions of migrations and the order they run in.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace pgplumb::migrations {

// A version as the file name writes it: "20260301120000", "20260301_120000", "0007", "12".
// Ordered as numbers (underscores left out); equal numbers are the same version, whatever the
// zeros.
class Version {
 public:
  Version() = default;
  explicit Version(std::string written);

  [[nodiscard]] const std::string& text() const { return written_; }
  [[nodiscard]] bool empty() const { return digits_.empty(); }
  std::strong_ordering operator<=>(const Version& other) const;
  bool operator==(const Version& other) const { return digits_ == other.digits_; }

 private:
  std::string written_;
  std::string digits_;  // without underscores and leading zeros
};

// The leading version of a file name ("20260301120000_widen.up.sql"); empty when there is none.
[[nodiscard]] std::string_view leading_version(std::string_view file_name);

}  // namespace pgplumb::migrations
