// GRANT and REVOKE on objects.
#include "parse/database_name.hpp"
#include "parse/grants.hpp"
#include "parse/replay.hpp"
#include "parse/roles.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

struct Statement {
  PrivilegeChange::Verb verb;
  bool cascade;
};

void change_one(const ObjectId& target, const std::string& grantee,
                const WrittenPrivileges& written, const Statement& statement, Replay& replay) {
  if (written.columns.empty()) {
    const PrivilegeChange change{statement.verb, applicable(written, target.kind)};
    return change_privileges(target, grantee, change, statement.cascade, replay);
  }
  const PrivilegeChange change{statement.verb, applicable(written, ObjectKind::attribute)};
  for (const std::string& column : written.columns) {
    const ObjectId id = part_of(target, ObjectKind::attribute, Identifier(column));
    const bool in_table = replay.catalog().get<Relation>(target) != nullptr;
    if (in_table && !replay.model().contains(id))
      replay.unresolved("column", shown(id));
    else
      change_privileges(id, grantee, change, statement.cascade, replay);
  }
}

// GRANTED BY is there for the standard's sake, and says who runs the statement anyway.
void check_grantor(const ::GrantStmt& statement, Replay& replay) {
  if (statement.grantor == nullptr) return;
  const auto named = role_of(*statement.grantor, replay);
  const auto running = replay.current_user();
  if (named && running && *named != *running) {
    replay.error(DiagnosticCode::wrong_object_kind,
                 "grantor must be the current user, \"" + printable(*running) + "\"",
                 statement.grantor->location);
  }
}

// Of several databases, those that are another one are outside.
bool is_about_this_database(const ::GrantStmt& statement, Replay& replay) {
  bool found = false;
  for (const std::string& name : sql::strings_of(statement.objects)) {
    const auto here = is_this_database(name, replay);
    if (here && !*here) {
      replay.unmanaged("privileges on database " + name);
      continue;
    }
    if (!here) replay.assume();
    found = true;
  }
  return found;
}

void change_on_database(const ::GrantStmt& statement, Replay& replay) {
  if (!is_about_this_database(statement, replay)) return;
  for (const std::string& grantee : grantees_of(statement, replay)) {
    for (const auto& written : written_privileges(statement.privileges)) {
      const std::string letters = applicable(written, ObjectKind::database_privilege);
      change_database_privileges(grantee, {verb_of(statement), letters}, replay);
    }
  }
}

}  // namespace

void lower(const ::GrantStmt& statement, Replay& replay) {
  if (statement.objtype == OBJECT_DATABASE) return change_on_database(statement, replay);
  check_grantor(statement, replay);
  const Statement what{verb_of(statement), statement.behavior == DROP_CASCADE};
  const auto written = written_privileges(statement.privileges);
  const auto grantees = grantees_of(statement, replay);
  for (const ObjectId& target : grant_targets(statement, replay)) {
    for (const std::string& grantee : grantees) {
      for (const auto& one : written) change_one(target, grantee, one, what, replay);
    }
  }
}

}  // namespace pgplumb::parse
