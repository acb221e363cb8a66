// What the program says: results on standard output, everything else on standard error.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace pgplumb::cli {

struct OutputOptions {
  bool color = false;  // on standard error
  bool quiet = false;
  bool verbose = false;
};

// Passwords of URLs and conninfos are masked in everything that passes through, except result().
class Output {
 public:
  explicit Output(OutputOptions options) : options_(options) {}

  // SQL, JSON and reports, exactly as they are: masking would change what a function's body says or
  // break a quote. The caller has masked the URLs in it.
  void result(std::string_view text);
  void result_line(std::string_view line);
  // For people; not with --quiet.
  void message(std::string_view line);
  // Only with --verbose.
  void detail(std::string_view line);
  // "pgplumb: LINE"; always.
  void error(std::string_view line);
  // With file, line, column and caret. Notes only when not --quiet.
  void diagnostics(const Diagnostics& diagnostics);
  void diagnostic(const Diagnostic& diagnostic);

  // Fails when standard output could not be written.
  void flush();

  [[nodiscard]] bool verbose() const { return options_.verbose; }

 private:
  OutputOptions options_;
};

// Colours are for a terminal, and not when NO_COLOR is set or TERM is "dumb".
[[nodiscard]] bool wants_color();
// A person can be asked: standard input and standard error are terminals.
[[nodiscard]] bool can_ask();

}  // namespace pgplumb::cli
