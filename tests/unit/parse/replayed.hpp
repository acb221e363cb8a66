// SQL text replayed on an empty database, as the compact dump of the model.
#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "parse/replay.hpp"
#include "tests/support/model_dump.hpp"

namespace pgplumb::parse {

struct Replayed {
  std::string model;
  std::string problems;  // errors and warnings, "code: message", one a line
};

inline Replayed replayed(const std::string& sql) {
  Replay replay;
  replay.run(std::make_shared<const SourceText>("test.sql", sql));
  Replayed result;
  result.model = test_support::dump(replay.catalog());
  for (const Diagnostic& diagnostic : replay.diagnostics().all()) {
    if (diagnostic.severity() == Severity::note) continue;
    if (!result.problems.empty()) result.problems += '\n';
    result.problems.append(name_of(diagnostic.code)).append(": ").append(diagnostic.message);
  }
  return result;
}

// One line of a table of cases.
struct ReplayCase {
  const char* sql;
  const char* model;
};

inline std::ostream& operator<<(std::ostream& out, const ReplayCase& value) {
  return out << value.sql;
}

}  // namespace pgplumb::parse
