// CREATE EVENT TRIGGER.
#include <set>

#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return text;
}

std::vector<std::string> tags_of(const ::List* when) {
  std::vector<std::string> tags;
  for (const ::DefElem* filter : sql::items<::DefElem>(when)) {
    for (const std::string& tag : sql::strings_of(reinterpret_cast<const ::List*>(filter->arg))) {
      tags.push_back(upper(tag));
    }
  }
  return tags;
}

// The grammar lets several filters stand in AND; each variable has one.
bool is_filtered_twice(const ::List* when) {
  std::set<std::string> variables;
  for (const ::DefElem* filter : sql::items<::DefElem>(when)) {
    if (!variables.insert(sql::text_of(filter->defname)).second) return true;
  }
  return false;
}

}  // namespace

void lower(const ::CreateEventTrigStmt& statement, Replay& replay) {
  const ObjectId id = object_id(ObjectKind::event_trigger, Identifier(statement.trigname));
  if (replay.catalog().contains(id)) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "event trigger \"" + printable(id.name) + "\" exists already");
  }
  if (is_filtered_twice(statement.whenclause)) {
    return replay.error(DiagnosticCode::refused_statement,
                        "a filter variable is named twice: write TAG IN (…) once, with all tags");
  }
  EventTrigger trigger;
  trigger.event = sql::text_of(statement.eventname);
  trigger.tags = tags_of(statement.whenclause);
  trigger.function = routine_name(statement.funcname, replay);
  replay.put(id, std::move(trigger));
}

}  // namespace pgplumb::parse
