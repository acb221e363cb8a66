// GRANT and REVOKE on objects.
#include "parse/grants.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

void change_one(const ObjectId& target, const std::string& grantee,
                const WrittenPrivileges& written, PrivilegeChange::Verb verb, Replay& replay) {
  if (written.columns.empty()) {
    const PrivilegeChange change{verb, applicable(written, target.kind)};
    return change_privileges(target, grantee, change, replay);
  }
  const PrivilegeChange change{verb, applicable(written, ObjectKind::attribute)};
  for (const std::string& column : written.columns) {
    const ObjectId id = part_of(target, ObjectKind::attribute, Identifier(column));
    const bool in_table = target.kind == ObjectKind::relation;
    if (in_table && !replay.model().contains(id))
      replay.unresolved("column", shown(id));
    else
      change_privileges(id, grantee, change, replay);
  }
}

}  // namespace

void lower(const ::GrantStmt& statement, Replay& replay) {
  const auto verb = verb_of(statement);
  const auto written = written_privileges(statement.privileges);
  const auto grantees = grantees_of(statement, replay);
  for (const ObjectId& target : grant_targets(statement, replay)) {
    for (const std::string& grantee : grantees) {
      for (const auto& one : written) change_one(target, grantee, one, verb, replay);
    }
  }
}

}  // namespace pgplumb::parse
