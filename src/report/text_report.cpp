#include "report/text_report.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "diff/holder.hpp"
#include "report/about_text.hpp"
#include "report/value_text.hpp"

namespace pgplumb::report {
namespace {

using diff::Change;
using diff::FieldChange;
using diff::Verb;

constexpr std::size_t kMostNamed = 5;

std::string in_parentheses(std::string_view words, const SourceSpan& span) {
  if (!span.known()) return "";
  return " (" + std::string(words) + printable(span.label()) + ")";
}

// A column goes by its name alone: "catalog.book.page_count".
std::string name_of_object(const ObjectId& id) {
  return id.kind == ObjectKind::attribute ? shown(id) : described(id);
}

// "labels", "privileges of clerk".
bool is_plural(std::string_view field) {
  const std::string_view first = field.substr(0, field.find(" of "));
  return first.size() > 2 && first.ends_with('s') && !first.ends_with("ss");
}

// pg_trigger's letters are about replication roles: "origin" is what everybody calls enabled.
std::string words_of_value(const ObjectId& id, const FieldChange& field, const std::string& value) {
  const bool fires = id.kind == ObjectKind::trigger || id.kind == ObjectKind::rule ||
                     id.kind == ObjectKind::event_trigger;
  if (!fires || field.name != "enabled") return value;
  if (value == "origin") return "yes";
  if (value == "disabled") return "no";
  return value == "replica" ? "in replica mode only" : value;
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
    if (const auto about = about_text(report_, change)) return add_about(*about);
    switch (change.verb) {
      case Verb::create: return add_missing(change);
      case Verb::drop: return add_extra(change);
      case Verb::rename: return add_rename(change);
      case Verb::alter: return add_fields(change);
    }
  }

  void add_about(const AboutText& about) {
    add_values(name_of_object(about.subject), about.field, about.current, about.desired,
               in_parentheses("", about.origin));
  }

  void add_missing(const Change& change) {
    const SourceSpan origin = origin_of(report_.desired_state, change.id);
    const std::string made = desired_verb("make it", "makes it");
    line(described(change.id) + " is missing, " + made +
         (origin.known() ? " at " + printable(origin.label()) : "") +
         along_with(change.id, report_.desired_state));
  }

  void add_extra(const Change& change) {
    line(described(change.id) + " exists" +
         in_parentheses("", origin_of(report_.current_state, change.id)) + ", " +
         desired_verb("do not have it", "does not have it") + instead_of(change.id) +
         along_with(change.id, report_.current_state));
  }

  // Where an extra object was dropped, else where that was set which it is a part of.
  [[nodiscard]] std::string instead_of(const ObjectId& id) const {
    const SourceSpan dropped = drop_of(report_.desired_state, id);
    if (dropped.known()) return in_parentheses("dropped at ", dropped);
    const auto holder = diff::holder_of(report_.current_state, id);
    if (!holder) return "";
    return in_parentheses(
        printable(report_.desired.subject) + " last set " + described(*holder) + " at ",
        origin_of(report_.desired_state, *holder));
  }

  // What comes or goes with an object and is not a part of it.
  [[nodiscard]] std::string along_with(const ObjectId& id, const Catalog& state) const {
    std::string text;
    std::size_t more = 0;
    std::size_t named = 0;
    for (const Change& change : report_.comparison.changes) {
      if (change.folded_into != id) continue;
      if (is_part_of_named(change, id, state)) continue;
      if (named == kMostNamed) {
        ++more;
        continue;
      }
      text += (named++ == 0 ? "; with it " : ", ") + described(change.id);
    }
    return more == 0 ? text : text + " and " + std::to_string(more) + " more";
  }

  // Whether its holder is `id` or something else that goes with it.
  [[nodiscard]] bool is_part_of_named(const Change& change, const ObjectId& id,
                                      const Catalog& state) const {
    const auto holder = diff::holder_of(state, change.id);
    if (!holder) return false;
    return *holder == id || std::any_of(report_.comparison.changes.begin(),
                                        report_.comparison.changes.end(), [&](const Change& other) {
                                          return other.id == *holder && other.folded_into == id;
                                        });
  }

  void add_rename(const Change& change) {
    const ObjectId& now = change.before.value_or(change.id);
    const bool moved = now.space != change.id.space;
    const auto name = [&](const ObjectId& id) {
      if (moved) return shown(id);
      const bool bare = id.member.empty() || !id.subject;
      return printable(bare ? id.name : id.member);
    };
    add_values(described(now), "name", name(now), name(change.id),
               in_parentheses("", origin_of(report_.desired_state, change.id)));
  }

  void add_fields(const Change& change) {
    for (const FieldChange& field : change.fields) {
      if (field.verdict == Verdict::different) add_field(change.id, field);
    }
  }

  void add_field(const ObjectId& id, const FieldChange& field) {
    add_values(name_of_object(id), words_of(field.name), words_of_value(id, field, field.current),
               words_of_value(id, field, field.desired),
               in_parentheses("", origin_of(report_.desired_state, id)));
  }

  void add_values(const std::string& object, const std::string& field, const std::string& current,
                  const std::string& desired, const std::string& origin) {
    const ValuePair values = shown_values(current, desired);
    line(object + ": " + field + (values.place.empty() ? "" : ", " + values.place + ",") +
         (is_plural(field) && values.place.empty() ? " are " : " is ") + values.current + ", " +
         desired_verb("say ", "says ") + values.desired + origin);
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
            (was_dropped_in_doubt(change) ? "dropped" : "made") + " it" +
            in_parentheses("", origin_of(report_.desired_state, change.id)));
      }
      for (const FieldChange& field : change.fields) {
        if (field.verdict == Verdict::unknown) add(unknown_field(change, field));
      }
    }
  }

  // By the side that has it; else the other side may have made it as well.
  [[nodiscard]] bool was_dropped_in_doubt(const Change& change) const {
    const bool on_current = change.verb == Verb::drop;
    return (on_current ? report_.current_state : report_.desired_state).doubts.about(change.id);
  }

  [[nodiscard]] std::string unknown_field(const Change& change, const FieldChange& field) const {
    const ValuePair values = shown_values(field.current, field.desired);
    const std::string origin = in_parentheses("", origin_of(report_.desired_state, change.id));
    const std::string object = name_of_object(change.id) + ": ";
    if (change.in_doubt) {
      const bool desired = report_.desired_state.doubts.about(change.id);
      return object + words_of(field.name) + " may be " +
             (desired ? values.current + " instead of " + values.desired
                      : values.desired + " instead of " + values.current) +
             ": the text leaves it open" + origin;
    }
    return object + "whether " + words_of(field.name) + " " + values.current + " is the same as " +
           values.desired + origin;
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
