// ALTER TYPE … ADD VALUE, RENAME VALUE.
#include <algorithm>

#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

using Labels = std::vector<std::string>;

Labels::iterator find_label(Labels& labels, const char* label) {
  return std::find(labels.begin(), labels.end(), sql::text_of(label));
}

void no_such_label(const char* label, Replay& replay) {
  replay.unresolved("enum label", sql::text_of(label));
}

bool rename_label(const ::AlterEnumStmt& statement, Labels& labels, Replay& replay) {
  const auto found = find_label(labels, statement.oldVal);
  if (found == labels.end()) {
    no_such_label(statement.oldVal, replay);
    return false;
  }
  *found = sql::text_of(statement.newVal);
  return true;
}

bool add_label(const ::AlterEnumStmt& statement, Labels& labels, Replay& replay) {
  auto place = labels.end();
  if (statement.newValNeighbor != nullptr) {
    place = find_label(labels, statement.newValNeighbor);
    if (place == labels.end()) {
      no_such_label(statement.newValNeighbor, replay);
      return false;
    }
    if (statement.newValIsAfter) ++place;
  }
  labels.insert(place, sql::text_of(statement.newVal));
  return true;
}

}  // namespace

void lower(const ::AlterEnumStmt& statement, Replay& replay) {
  const auto id = replay.find_type(statement.typeName);
  auto* type = id ? replay.model().get<EnumType>(*id) : nullptr;
  if (type == nullptr) {
    const auto names = sql::strings_of(statement.typeName);
    return replay.unresolved("enum type", names.empty() ? "" : names.back());
  }
  if (find_label(type->labels, statement.newVal) != type->labels.end()) {
    if (statement.skipIfNewValExists) return;
    return replay.error(DiagnosticCode::duplicate_object,
                        "enum label \"" + sql::text_of(statement.newVal) + "\" exists already");
  }
  const bool changed = statement.oldVal != nullptr ? rename_label(statement, type->labels, replay)
                                                   : add_label(statement, type->labels, replay);
  if (changed) replay.touch(*id);
}

}  // namespace pgplumb::parse
