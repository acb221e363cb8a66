// What pgplumb tells a user about their input: data, collected, never thrown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/characters.hpp"  // printable: messages are made with it
#include "base/source_text.hpp"

namespace pgplumb {

enum class Severity { note, warning, error };

enum class DiagnosticCode {
#define DIAGNOSTIC(code, severity) code,
#include "base/diagnostics.def"
#undef DIAGNOSTIC
};

[[nodiscard]] std::string_view name_of(DiagnosticCode code);
[[nodiscard]] Severity severity_of(DiagnosticCode code);
[[nodiscard]] std::string_view name_of(Severity severity);

struct Note {
  std::string message;
  SourceSpan span;  // may be nowhere
};

// `message`: what was written, what is wrong, what to do; lower case, no full stop.
struct Diagnostic {
  DiagnosticCode code;
  std::string message;
  SourceSpan span;  // may be nowhere
  std::vector<Note> notes;

  [[nodiscard]] Severity severity() const { return severity_of(code); }
};

// All problems of one run, in the order in which they were found.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }
  void add(DiagnosticCode code, std::string message, SourceSpan span = {});
  void append(const Diagnostics& other);

  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
  [[nodiscard]] bool has_errors() const;
  [[nodiscard]] std::size_t count(DiagnosticCode code) const;
  [[nodiscard]] bool empty() const { return all_.empty(); }

 private:
  std::vector<Diagnostic> all_;
};

// "file:line:column: error: message [code]", the source line and a caret; ends with a line feed.
// What can't be seen of the source line is shown as '?', so that no terminal escape gets through.
[[nodiscard]] std::string render(const Diagnostic& diagnostic);

}  // namespace pgplumb
