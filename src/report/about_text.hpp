// Owner, comment, privileges and default: facts that people see as fields of something else.
#pragma once

#include <optional>
#include <string>

#include "report/comparison_report.hpp"

namespace pgplumb::report {

// "table app.book: owner is clerk, migrations say …" in its pieces.
struct AboutText {
  ObjectId subject;
  std::string field;    // "owner", "comment", "privileges of clerk", "default"
  std::string current;  // "" for nothing
  std::string desired;
  SourceSpan origin;  // of the fact where it was set, else of the subject; in the desired state
};

// Nothing for a change of any other kind.
[[nodiscard]] std::optional<AboutText> about_text(const ComparisonReport& report,
                                                  const diff::Change& change);

}  // namespace pgplumb::report
