// A file below tests/forms; README.md there says how it is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace pgplumb::acceptance {

struct Form {
  std::string name;       // the command as the documentation shows it
  int line = 0;           // of its name
  std::string sql;        // with what stands before the first form of the file
  int since = 0;          // the first and the last major that has it
  int until = 0;          // 0: the newest, too
  int grammar_since = 0;  // the same of the majors whose parser reads it
  int grammar_until = 0;
  bool refused = false;           // by the server, and so by the replay
  bool by_circumstances = false;  // refused for what no text tells: not by the replay
  // Begin of what must be said about it; without it nothing may be.
  std::optional<std::string> unmanaged;
  std::optional<std::string> opaque;
  // Why it does not hold yet, from which major on (0: on all); nothing: it holds.
  std::optional<std::string> open;
  int open_since = 0;
};

struct FormFile {
  std::string name;  // without the extension
  std::vector<Form> forms;
};

// Throws Failure for a file that is not as README.md says.
[[nodiscard]] FormFile read_forms(const std::string& name);
[[nodiscard]] std::vector<std::string> form_file_names();

}  // namespace pgplumb::acceptance
