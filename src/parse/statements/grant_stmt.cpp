// GRANT and REVOKE on objects.
#include "parse/grants.hpp"
#include "parse/replay.hpp"
#include "parse/roles.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

PrivilegeChange::Verb verb_of(const ::GrantStmt& statement) {
  using Verb = PrivilegeChange::Verb;
  if (statement.is_grant) return statement.grant_option ? Verb::grant_with_option : Verb::grant;
  return statement.grant_option ? Verb::revoke_option : Verb::revoke;
}

// Letters that mean something for the object: USAGE on a sequence named as a TABLE and the like
// are left out by the server, with a warning.
std::string applicable(const WrittenPrivileges& written, ObjectKind kind) {
  const std::string all = all_privileges(kind);
  if (written.all) return all;
  const bool known = written.letters == "m" || all.find(written.letters) != std::string::npos;
  return known ? written.letters : "";
}

// The role is outside the text when it is nobody's name: whoever runs it is the owner, and what
// the owner has is no fact.
std::vector<std::string> grantees_of(const ::GrantStmt& statement, const Replay& replay) {
  std::vector<std::string> names;
  for (const RoleSpec* role : sql::items<RoleSpec>(statement.grantees)) {
    if (auto name = role_of(*role, replay)) names.push_back(std::move(*name));
  }
  return names;
}

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
