#include "workflow/difference_text.hpp"

#include "base/diagnostic.hpp"

namespace pgplumb::workflow {
namespace {

std::string line_of(const diff::Change& change) {
  if (change.verb == diff::Verb::create) return described(change.id) + " is missing";
  if (change.verb == diff::Verb::drop) return described(change.id) + " is there and should not be";
  std::string text = described(change.id) + " differs";
  for (const diff::FieldChange& field : change.fields) {
    text += "; " + std::string(field.name) + " is " + printable(field.current) + ", wanted " +
            printable(field.desired);
  }
  return text;
}

}  // namespace

std::vector<std::string> difference_lines(const diff::Comparison& comparison) {
  std::vector<std::string> lines;
  for (const diff::Change& change : comparison.changes) {
    if (!change.folded_into) lines.push_back(line_of(change));
  }
  return lines;
}

}  // namespace pgplumb::workflow
