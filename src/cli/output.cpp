#include "cli/output.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "base/failure.hpp"
#include "pg/connection_url.hpp"

namespace pgplumb::cli {
namespace {

void write_raw(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
}

void write_to(std::FILE* stream, std::string_view text) {
  write_raw(stream, pg::mask_secrets(text));
}

constexpr std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "\033[1;31m";
    case Severity::warning: return "\033[1;33m";
    case Severity::note: return "\033[36m";
  }
  return "";
}

// Colours the severity's word in the first line.
std::string colored(const std::string& text, Severity severity) {
  const std::string word = std::string(name_of(severity)) + ":";
  const std::size_t at = text.find(word);
  if (at == std::string::npos) return text;
  return text.substr(0, at) + std::string(color_of(severity)) + word + "\033[0m" +
         text.substr(at + word.size());
}

}  // namespace

void Output::result(std::string_view text) { write_raw(stdout, text); }

void Output::result_line(std::string_view line) { write_to(stdout, std::string(line) + "\n"); }

void Output::message(std::string_view line) {
  if (options_.quiet) return;
  std::fflush(stdout);
  write_to(stderr, std::string(line) + "\n");
}

void Output::detail(std::string_view line) {
  if (options_.verbose) message(line);
}

void Output::error(std::string_view line) {
  std::fflush(stdout);
  write_to(stderr, "pgplumb: " + std::string(line) + "\n");
}

void Output::diagnostics(const Diagnostics& diagnostics) {
  for (const Diagnostic& one : diagnostics.all()) diagnostic(one);
}

void Output::diagnostic(const Diagnostic& diagnostic) {
  if (options_.quiet && diagnostic.severity() == Severity::note) return;
  std::fflush(stdout);
  const std::string text = render(diagnostic);
  write_to(stderr, options_.color ? colored(text, diagnostic.severity()) : text);
}

void Output::flush() {
  errno = 0;
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return;
  // What was written before this may have failed, for a reason that nobody has kept.
  throw Failure("standard output can't be written" +
                (errno == 0 ? std::string() : std::string(": ") + std::strerror(errno)));
}

bool wants_color() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool refused = no_color != nullptr && *no_color != '\0';
  const bool dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
  return !refused && !dumb && isatty(STDERR_FILENO) == 1;
}

bool can_ask() { return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1; }

}  // namespace pgplumb::cli
