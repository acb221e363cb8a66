#include "report/json_report.hpp"

#include <nlohmann/json.hpp>
#include <vector>

namespace pgplumb::report {
namespace {

// Keys in the order in which they are written here.
using Json = nlohmann::ordered_json;

Json place(const SourceSpan& span) {
  if (!span.known()) return nullptr;
  const LineColumn position = span.position();
  return {{"file", span.source->path()}, {"line", position.line}, {"column", position.column}};
}

Json names(const ObjectId& id) {
  Json names = Json::object();
  const auto add = [&](const char* key, const std::string& name) {
    if (!name.empty()) names[key] = name;
  };
  add("schema", id.space);
  add("name", id.name);
  add("part", id.member);
  add("for", id.grantee);
  return names;
}

Json object(const ObjectId& id) {
  return {{"kind", name_of(id.kind)}, {"object", shown(id)}, {"names", names(id)}};
}

Json fields(const diff::Change& change, Verdict verdict) {
  Json list = Json::array();
  for (const diff::FieldChange& field : change.fields) {
    if (field.verdict != verdict) continue;
    list.push_back({{"name", field.name},
                    {"verdict", name_of(field.verdict)},
                    {"current", field.current},
                    {"desired", field.desired}});
  }
  return list;
}

Json difference(const ComparisonReport& report, const diff::Change& change) {
  Json entry = {{"verb", name_of(change.verb)}};
  entry.update(object(change.id));
  if (change.before) {
    entry["before"] = shown(*change.before);
    entry["before_names"] = names(*change.before);
  }
  entry["fields"] = fields(change, Verdict::different);
  entry["origin"] = place(origin_of(report.desired_state, change.id));
  entry["current_origin"] = place(origin_of(report.current_state, change.id));
  entry["dropped"] =
      change.verb == diff::Verb::drop ? place(drop_of(report.desired_state, change.id)) : Json();
  entry["folded_into"] = change.folded_into ? Json(described(*change.folded_into)) : Json();
  return entry;
}

Json differences(const ComparisonReport& report) {
  Json list = Json::array();
  for (const diff::Change& change : report.comparison.changes) {
    if (change.verdict() == Verdict::different) list.push_back(difference(report, change));
  }
  return list;
}

Json unknowns(const ComparisonReport& report) {
  Json list = Json::array();
  for (const diff::Change& change : report.comparison.changes) {
    Json open = fields(change, Verdict::unknown);
    const bool existence = change.verb != diff::Verb::alter && change.verdict() == Verdict::unknown;
    if (open.empty() && !existence) continue;
    Json entry = {{"verb", name_of(change.verb)}};
    entry.update(object(change.id));
    entry["existence"] = existence;
    entry["fields"] = std::move(open);
    entry["origin"] = place(origin_of(report.desired_state, change.id));
    entry["folded_into"] = change.folded_into ? Json(described(*change.folded_into)) : Json();
    list.push_back(std::move(entry));
  }
  return list;
}

void add_items(Json& list, std::string_view side, const std::vector<Unmanaged>& items) {
  for (const Unmanaged& item : items) {
    list.push_back({{"side", side}, {"what", item.what}, {"origin", place(item.span)}});
  }
}

Json both(const std::vector<Unmanaged>& current, const std::vector<Unmanaged>& desired) {
  Json list = Json::array();
  add_items(list, "current", current);
  add_items(list, "desired", desired);
  return list;
}

Json problems(const Diagnostics& diagnostics) {
  Json list = Json::array();
  for (const Diagnostic& one : diagnostics.all()) {
    Json notes = Json::array();
    for (const Note& note : one.notes) {
      notes.push_back({{"message", note.message}, {"origin", place(note.span)}});
    }
    list.push_back({{"code", name_of(one.code)},
                    {"severity", name_of(one.severity())},
                    {"message", one.message},
                    {"origin", place(one.span)},
                    {"notes", std::move(notes)}});
  }
  return list;
}

}  // namespace

std::string render_json(const ComparisonReport& report) {
  const diff::Comparison& comparison = report.comparison;
  const Catalog& current = report.current_state;
  const Catalog& desired = report.desired_state;
  const Json json = {{"tool", "pgplumb"},
                     {"version", 1},
                     {"current", report.current.label},
                     {"desired", report.desired.label},
                     {"objects", comparison.objects},
                     {"equal", comparison.equal},
                     {"different", comparison.different},
                     {"unknown", comparison.unknown},
                     {"unmanaged", current.unmanaged.size() + desired.unmanaged.size()},
                     {"opaque", current.opaque.size() + desired.opaque.size()},
                     {"differences", differences(report)},
                     {"unknowns", unknowns(report)},
                     {"unmanaged_objects", both(current.unmanaged, desired.unmanaged)},
                     {"opaque_statements", both(current.opaque, desired.opaque)},
                     {"diagnostics", problems(report.diagnostics)},
                     {"milliseconds", report.elapsed.count()}};
  // Bytes that are not UTF-8 (from a file that was refused) become U+FFFD.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pgplumb::report
