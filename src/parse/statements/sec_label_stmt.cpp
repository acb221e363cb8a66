// SECURITY LABEL.
#include "parse/replay.hpp"
#include "parse/statement_subject.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {

void lower(const ::SecLabelStmt& statement, Replay& replay) {
  // Without a name it is the one provider that the server has loaded.
  if (statement.provider == nullptr) return replay.unmanaged("");
  const auto subject = subject_of(statement.objtype, statement.object, replay);
  if (!subject || (!subject->id && subject->outside)) return replay.unmanaged("");
  if (!subject->id) return replay.unresolved("object", subject->name);
  const ObjectId id = label_on(*subject->id, sql::text_of(statement.provider));
  if (statement.label != nullptr) return replay.put(id, SecurityLabel{statement.label});
  if (replay.catalog().contains(id)) replay.drop(id);
}

}  // namespace pgplumb::parse
