#include "report/text_report.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "report/value_text.hpp"

namespace pgplumb::report {
namespace {

using diff::Change;
using diff::FieldChange;
using diff::Verb;

std::string in_parentheses(std::string_view words, const SourceSpan& span) {
  if (!span.known()) return "";
  return " (" + std::string(words) + printable(span.label()) + ")";
}

// A column goes by its name alone: "catalog.book.page_count".
std::string name_of_object(const ObjectId& id) {
  return id.kind == ObjectKind::attribute ? shown(id) : described(id);
}

class TextReport {
 public:
  explicit TextReport(const ComparisonReport& report) : report_(report) {}

  std::string render() {
    for (const Change& change : report_.comparison.changes) {
      if (change.verdict() == Verdict::different && !change.folded_into) add_difference(change);
    }
    add_unknowns();
    add_unmanaged();
    add_opaque();
    line(summary_of(report_));
    return std::move(text_);
  }

 private:
  void line(const std::string& text) { text_ += text + "\n"; }

  // "migrations say", "schema says".
  [[nodiscard]] std::string desired_verb(const char* plural, const char* singular) const {
    return printable(report_.desired.subject) + " " + (report_.desired.plural ? plural : singular);
  }

  void add_difference(const Change& change) {
    switch (change.verb) {
      case Verb::create: return add_missing(change);
      case Verb::drop: return add_extra(change);
      case Verb::rename: return add_rename(change);
      case Verb::alter: return add_fields(change);
    }
  }

  void add_missing(const Change& change) {
    const SourceSpan origin = origin_of(report_.desired_state, change.id);
    const std::string made = desired_verb("make it", "makes it");
    line(described(change.id) + " is missing, " + made +
         (origin.known() ? " at " + printable(origin.label()) : ""));
  }

  void add_extra(const Change& change) {
    line(described(change.id) + " exists" +
         in_parentheses("", origin_of(report_.current_state, change.id)) + ", " +
         desired_verb("do not have it", "does not have it") +
         in_parentheses("dropped at ", drop_of(report_.desired_state, change.id)));
  }

  void add_rename(const Change& change) {
    line(described(change.before.value_or(change.id)) + " is named so, " +
         desired_verb("call it ", "calls it ") + shown(change.id) +
         in_parentheses("", origin_of(report_.desired_state, change.id)));
  }

  void add_fields(const Change& change) {
    for (const FieldChange& field : change.fields) {
      if (field.verdict == Verdict::different) add_field(change.id, field);
    }
  }

  void add_field(const ObjectId& id, const FieldChange& field) {
    const ValuePair values = shown_values(field.current, field.desired);
    line(name_of_object(id) + ": " + words_of(field.name) +
         (values.place.empty() ? "" : ", " + values.place + ",") + " is " + values.current + ", " +
         desired_verb("say ", "says ") + values.desired +
         in_parentheses("", origin_of(report_.desired_state, id)));
  }

  // Unknown fields stand in changes; unknown existence too, with the verb that it would be.
  void add_unknowns() {
    bool first = true;
    const auto add = [&](const std::string& text) {
      if (first) line("not to be told from the text:");
      first = false;
      line("  " + text);
    };
    for (const Change& change : report_.comparison.changes) {
      if (change.folded_into) continue;
      if (change.verb != Verb::alter && change.verdict() == Verdict::unknown) {
        add(described(change.id) + ": statements not understood may have " +
            (change.verb == Verb::drop ? "made" : "dropped") + " it" +
            in_parentheses("", origin_of(report_.desired_state, change.id)));
      }
      for (const FieldChange& field : change.fields) {
        if (field.verdict == Verdict::unknown) add(unknown_field(change.id, field));
      }
    }
  }

  [[nodiscard]] std::string unknown_field(const ObjectId& id, const FieldChange& field) const {
    const ValuePair values = shown_values(field.current, field.desired);
    return name_of_object(id) + ": whether " + words_of(field.name) + " " + values.current +
           " is the same as " + values.desired +
           in_parentheses("", origin_of(report_.desired_state, id));
  }

  void add_unmanaged() {
    add_list("not managed by pgplumb in " + printable(report_.current.label) + ":",
             report_.current_state.unmanaged);
    add_list("not managed by pgplumb in " + printable(report_.desired.label) + ":",
             report_.desired_state.unmanaged);
  }

  void add_opaque() {
    add_list("statements whose effect the text does not tell, in " +
                 printable(report_.current.label) + ":",
             report_.current_state.opaque);
    add_list("statements whose effect the text does not tell, in " +
                 printable(report_.desired.label) + ":",
             report_.desired_state.opaque);
  }

  void add_list(const std::string& title, const std::vector<Unmanaged>& items) {
    if (items.empty()) return;
    line(title);
    for (const Unmanaged& item : items) {
      line("  " + printable(item.what) + in_parentheses("", item.span));
    }
  }

  const ComparisonReport& report_;
  std::string text_;
};

}  // namespace

std::string summary_of(const ComparisonReport& report) {
  const diff::Comparison& comparison = report.comparison;
  const std::size_t unmanaged =
      report.current_state.unmanaged.size() + report.desired_state.unmanaged.size();
  const std::size_t opaque =
      report.current_state.opaque.size() + report.desired_state.opaque.size();
  std::string text =
      std::to_string(comparison.objects) + (comparison.objects == 1 ? " object: " : " objects: ") +
      std::to_string(comparison.equal) + " equal, " + std::to_string(comparison.different) +
      " different, " + std::to_string(comparison.unknown) + " unknown, " +
      std::to_string(unmanaged) + " unmanaged";
  if (opaque != 0) text += ", " + std::to_string(opaque) + " opaque";
  return text;
}

std::string render_text(const ComparisonReport& report) { return TextReport(report).render(); }

}  // namespace pgplumb::report
