#include "base/diagnostic.hpp"

#include <algorithm>
#include <array>

#include "base/characters.hpp"
#include "base/secrets.hpp"

namespace pgplumb {
namespace {

struct CodeFacts {
  std::string_view name;
  Severity severity;
};

constexpr std::array kCodes = {
#define DIAGNOSTIC(code, severity) CodeFacts{#code, Severity::severity},
#include "base/diagnostics.def"
#undef DIAGNOSTIC
};

const CodeFacts& facts_of(DiagnosticCode code) { return kCodes[static_cast<std::size_t>(code)]; }

// A tab stays, so that the caret below can copy it and stand in the right place; what can't be seen
// becomes one '?'.
std::string shown_line(std::string_view line) {
  const std::string text = with_hidden_secrets(line);
  std::string shown;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t length = character_length(rest);
    const std::string_view character = rest.substr(0, std::max<std::size_t>(length, 1));
    rest.remove_prefix(character.size());
    const bool fit = character == "\t" || (length > 0 && is_seen(character));
    shown += fit ? character : "?";
  }
  return shown;
}

std::string caret_line(std::string_view line, std::size_t column) {
  std::string blank;
  std::size_t character = 1;
  for (std::size_t i = 0; i < line.size() && character < column; ++i) {
    if ((static_cast<unsigned char>(line[i]) & 0xC0U) == 0x80U) continue;
    blank += line[i] == '\t' ? '\t' : ' ';
    ++character;
  }
  return blank + "^";
}

std::string render_line(const SourceSpan& span, std::string_view label, std::string_view message) {
  std::string out;
  if (span.known()) out += printable(span.label()) + ": ";
  out.append(label).append(": ").append(printable(message)).append("\n");
  if (!span.known()) return out;
  const std::string_view line = span.source->line_at(span.begin);
  out += "  " + shown_line(line) + "\n  " + caret_line(line, span.position().column) + "\n";
  return out;
}

}  // namespace

std::string_view name_of(DiagnosticCode code) { return facts_of(code).name; }
Severity severity_of(DiagnosticCode code) { return facts_of(code).severity; }

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "error";
}

void Diagnostics::add(DiagnosticCode code, std::string message, SourceSpan span) {
  all_.push_back({code, std::move(message), std::move(span), {}});
}

void Diagnostics::append(const Diagnostics& other) {
  all_.insert(all_.end(), other.all_.begin(), other.all_.end());
}

bool Diagnostics::has_errors() const {
  return std::any_of(all_.begin(), all_.end(),
                     [](const Diagnostic& d) { return d.severity() == Severity::error; });
}

std::size_t Diagnostics::count(DiagnosticCode code) const {
  return static_cast<std::size_t>(std::count_if(
      all_.begin(), all_.end(), [code](const Diagnostic& d) { return d.code == code; }));
}

std::string render(const Diagnostic& diagnostic) {
  std::string message = diagnostic.message;
  message.append(" [").append(name_of(diagnostic.code)).append("]");
  std::string out = render_line(diagnostic.span, name_of(diagnostic.severity()), message);
  for (const Note& note : diagnostic.notes) out += render_line(note.span, "note", note.message);
  return out;
}

}  // namespace pgplumb
