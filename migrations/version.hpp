// Versions of migrations and the order they run in.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace pgplumb::migrations {

// A version as the file name writes it: "20260301120000", "20260301_120000", "0007", "12", "1.2".
// Ordered as numbers, part by part between the dots (other characters left out); equal numbers are
// the same version, whatever the zeros: "1.0" is "1".
class Version {
 public:
  Version() = default;
  explicit Version(std::string written);

  [[nodiscard]] const std::string& text() const { return written_; }
  [[nodiscard]] bool empty() const { return parts_.empty(); }
  std::strong_ordering operator<=>(const Version& other) const;
  bool operator==(const Version& other) const { return parts_ == other.parts_; }

 private:
  std::string written_;
  std::vector<std::string> parts_;  // without leading zeros; the last is no zero, but the first
};

// The leading version of a file name ("20260301120000_widen.up.sql"); empty when there is none.
[[nodiscard]] std::string_view leading_version(std::string_view file_name);

}  // namespace pgplumb::migrations
