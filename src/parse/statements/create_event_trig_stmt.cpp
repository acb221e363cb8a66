// CREATE EVENT TRIGGER.
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

}  // namespace

void lower(const ::CreateEventTrigStmt& statement, Replay& replay) {
  const ObjectId id = object_id(ObjectKind::event_trigger, Identifier(statement.trigname));
  if (replay.catalog().contains(id)) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "event trigger \"" + printable(id.name) + "\" exists already");
  }
  EventTrigger trigger;
  trigger.event = sql::text_of(statement.eventname);
  trigger.tags = tags_of(statement.whenclause);
  trigger.function = routine_name(statement.funcname, replay);
  replay.put(id, std::move(trigger));
}

}  // namespace pgplumb::parse
