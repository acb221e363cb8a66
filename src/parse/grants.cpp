#include "parse/grants.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "parse/grantor.hpp"
#include "parse/replay.hpp"
#include "parse/roles.hpp"
#include "schema/ownership.hpp"
#include "schema/running_role.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

struct PrivilegeName {
  std::string_view name;
  char letter;
};
constexpr std::array<PrivilegeName, 16> kPrivileges = {{{"select", 'r'},
                                                        {"insert", 'a'},
                                                        {"update", 'w'},
                                                        {"delete", 'd'},
                                                        {"truncate", 'D'},
                                                        {"references", 'x'},
                                                        {"trigger", 't'},
                                                        {"maintain", 'm'},
                                                        {"execute", 'X'},
                                                        {"usage", 'U'},
                                                        {"create", 'C'},
                                                        {"temporary", 'T'},
                                                        {"temp", 'T'},
                                                        {"connect", 'c'},
                                                        {"set", 's'},
                                                        {"alter system", 'A'}}};
constexpr std::string_view kColumnPrivileges = "arwx";

std::string united(const std::string& some, const std::string& more) {
  std::string result = some + more;
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::string without(std::string letters, const std::string& gone) {
  std::erase_if(letters, [&](char c) { return gone.find(c) != std::string::npos; });
  return letters;
}

std::string common(std::string letters, std::string_view kept) {
  std::erase_if(letters, [&](char c) { return kept.find(c) == std::string_view::npos; });
  return letters;
}

// What the grantee holds without any fact about it. Of what an extension brings: with the
// extension.
Privilege initial_of(const ObjectId& subject, const std::string& grantee, const Replay& replay) {
  const std::string owner = owner_of(subject, replay);
  const MemberOfExtension found = member_of(subject, replay);
  if (found.member != nullptr && subject.kind != ObjectKind::attribute) {
    Privilege initial = initial_privilege(*found.member, grantee, owner, 0);
    initial.on_member = {found.extension, initial.privileges, initial.grant_option};
    return initial;
  }
  if (found.member != nullptr) return {"", "", {}, Privilege::OnMember{found.extension, "", ""}};
  if (grantee.empty()) return {initial_of_everybody(subject, replay.catalog().version()), ""};
  const bool owns = grantee == kRunningRole ? owner.empty() : grantee == owner;
  return {owns ? owner_default_privileges(subject.kind) : "", ""};
}

void revoke_on_columns(const ObjectId& relation, const std::string& grantee,
                       const PrivilegeChange& change, bool cascade, Replay& replay) {
  const PrivilegeChange narrowed{change.verb, common(change.letters, kColumnPrivileges)};
  for (const ObjectId& id : column_privileges(relation, replay.catalog())) {
    if (id.grantee == grantee) {
      change_privileges(*parent_of(id), grantee, narrowed, cascade, replay);
    }
  }
}

bool has_columns(ObjectKind kind) {
  return kind == ObjectKind::relation || kind == ObjectKind::view ||
         kind == ObjectKind::materialized_view;
}

bool takes_away(PrivilegeChange::Verb verb) {
  using Verb = PrivilegeChange::Verb;
  return verb == Verb::revoke || verb == Verb::revoke_option;
}

// What `grantor` ("": the owner) has given of it.
Privilege given_by(const Privilege& held, const std::string& grantor) {
  if (grantor.empty()) return {held.privileges, held.grant_option};
  for (const GrantByOther& grant : held.by_others) {
    if (grant.grantor == grantor) return {grant.privileges, grant.grant_option};
  }
  return {};
}

void set_given(Privilege& held, const std::string& grantor, Privilege given) {
  if (grantor.empty()) {
    held.privileges = std::move(given.privileges);
    held.grant_option = std::move(given.grant_option);
    return;
  }
  std::erase_if(held.by_others, [&](const GrantByOther& g) { return g.grantor == grantor; });
  if (given.privileges.empty()) return;
  held.by_others.push_back({grantor, std::move(given.privileges), std::move(given.grant_option)});
  std::ranges::sort(held.by_others);
}

// Whoever has no right to grant is warned, and nothing happens. What the text makes is taken to be
// its own; what an extension brings may be a superuser's.
bool may_act_as_owner(const ObjectId& subject, const Replay& replay) {
  const MemberOfExtension found = member_of(subject, replay);
  return found.member == nullptr || may_act_as(found.member->owner, replay);
}

void change_given(const ObjectId& subject, const std::string& grantee, const std::string& grantor,
                  const PrivilegeChange& change, bool cascade, Replay& replay);

// What `role` has given of `lost`, which it may not give any more, goes as well.
void revoke_dependent(const ObjectId& subject, const std::string& role, const std::string& lost,
                      bool cascade, Replay& replay) {
  std::vector<std::string> grantees;
  for (const ObjectId& id : replay.catalog().about(subject)) {
    const auto* fact = replay.catalog().get<Privilege>(id);
    if (fact != nullptr && !common(given_by(*fact, role).privileges, lost).empty()) {
      grantees.push_back(id.grantee);
    }
  }
  if (grantees.empty()) return;
  if (!cascade) {
    return replay.error(DiagnosticCode::dependent_objects,
                        "privileges that \"" + printable(role) +
                            "\" has granted depend on these; use CASCADE to revoke them too");
  }
  for (const std::string& grantee : grantees) {
    change_given(subject, grantee, role, {PrivilegeChange::Verb::revoke, lost}, cascade, replay);
  }
}

void change_given(const ObjectId& subject, const std::string& grantee, const std::string& grantor,
                  const PrivilegeChange& change, bool cascade, Replay& replay) {
  const ObjectId id = privilege_on(subject, grantee);
  const Privilege before = held_privileges(id, replay);
  if (!takes_away(change.verb) && !grantor.empty() &&
      !may_grant_to(subject, grantor, grantee, change, replay)) {
    return replay.error(DiagnosticCode::dependent_objects,
                        "grant options can't be granted back to the role that they are from");
  }
  Privilege after = before;
  set_given(after, grantor, changed(given_by(before, grantor), change));
  const std::string lost = without(grantable(before), grantable(after));
  put_privileges(id, std::move(after), replay);
  if (!lost.empty() && grantee != owner_of(subject, replay)) {
    revoke_dependent(subject, grantee, lost, cascade, replay);
  }
}

}  // namespace

MemberOfExtension member_of(const ObjectId& subject, const Replay& replay) {
  const ObjectId whole =
      subject.kind == ObjectKind::attribute ? parent_of(subject).value_or(subject) : subject;
  if (replay.catalog().contains(whole)) return {};
  return member_at(replay.catalog(), whole);
}

std::string owner_of(const ObjectId& subject, const Replay& replay) {
  const ObjectId whole =
      subject.kind == ObjectKind::attribute ? parent_of(subject).value_or(subject) : subject;
  const auto* owner = replay.catalog().get<Owner>(about(ObjectKind::owner, whole));
  if (owner != nullptr) return owner->role;
  if (is_public_namespace(whole)) return replay.catalog().public_owner;
  if (const auto found = member_of(whole, replay); found.member != nullptr) {
    return found.member->owner;
  }
  return replay.options().runner ? replay.options().runner->current_user : "";
}

std::string all_privileges(ObjectKind kind) {
  return kind == ObjectKind::attribute ? std::string(kColumnPrivileges)
                                       : owner_default_privileges(kind);
}

std::string applicable(const WrittenPrivileges& written, ObjectKind kind) {
  std::string all = all_privileges(kind);
  if (written.all) return all;
  return all.find(written.letters) != std::string::npos ? written.letters : "";
}

PrivilegeChange::Verb verb_of(const ::GrantStmt& statement) {
  using Verb = PrivilegeChange::Verb;
  if (statement.is_grant) return statement.grant_option ? Verb::grant_with_option : Verb::grant;
  return statement.grant_option ? Verb::revoke_option : Verb::revoke;
}

std::vector<std::string> grantees_of(const ::GrantStmt& statement, const Replay& replay) {
  std::vector<std::string> names;
  for (const RoleSpec* role : sql::items<RoleSpec>(statement.grantees)) {
    names.push_back(role_of(*role, replay).value_or(kRunningRole));
  }
  return names;
}

Privilege changed(Privilege privilege, const PrivilegeChange& change) {
  using Verb = PrivilegeChange::Verb;
  if (!takes_away(change.verb)) privilege.privileges = united(privilege.privileges, change.letters);
  if (change.verb == Verb::grant_with_option) {
    privilege.grant_option = united(privilege.grant_option, change.letters);
  }
  if (change.verb == Verb::revoke) {
    privilege.privileges = without(privilege.privileges, change.letters);
  }
  if (takes_away(change.verb)) {
    privilege.grant_option = without(privilege.grant_option, change.letters);
  }
  return privilege;
}

Privilege held_privileges(const ObjectId& id, const Replay& replay) {
  const auto* fact = replay.catalog().get<Privilege>(id);
  return fact != nullptr ? *fact : initial_of(*parent_of(id), id.grantee, replay);
}

void put_privileges(const ObjectId& id, Privilege after, Replay& replay) {
  const auto* fact = replay.catalog().get<Privilege>(id);
  const Privilege initial = initial_of(*parent_of(id), id.grantee, replay);
  after.on_member = initial.on_member;
  if (compare_any(after, initial) == Verdict::equal) {
    if (fact != nullptr) replay.drop(id);
  } else if (fact == nullptr || compare_any(*fact, after) != Verdict::equal) {
    replay.put(id, std::move(after));
  }
}

void change_privileges(const ObjectId& subject, const std::string& grantee,
                       const PrivilegeChange& change, bool cascade, Replay& replay) {
  const Grantor grantor = grantor_on(subject, change.letters, replay);
  if (grantor.role.empty() && !may_act_as_owner(subject, replay)) return;
  change_given(subject, grantee, grantor.role, {change.verb, grantor.letters}, cascade, replay);
  if (takes_away(change.verb) && has_columns(subject.kind)) {
    revoke_on_columns(subject, grantee, change, cascade, replay);
  }
}

void change_database_privileges(const std::string& grantee, const PrivilegeChange& change,
                                Replay& replay) {
  const ObjectId id = database_privilege_id(grantee);
  const Privilege initial{grantee.empty() ? public_default_privileges(id.kind) : "", ""};
  const auto* fact = replay.catalog().get<DatabasePrivilege>(id);
  const Privilege before =
      fact != nullptr ? Privilege{fact->privileges, fact->grant_option} : initial;
  const Privilege after = changed(before, change);
  if (after.privileges == initial.privileges && after.grant_option.empty()) {
    if (fact != nullptr) replay.drop(id);
  } else if (after.privileges != before.privileges || after.grant_option != before.grant_option) {
    replay.put(id, DatabasePrivilege{after.privileges, after.grant_option});
  }
}

std::vector<WrittenPrivileges> written_privileges(const ::List* privileges) {
  if (privileges == nullptr) return {{true, "", {}}};
  std::vector<WrittenPrivileges> written;
  for (const AccessPriv* privilege : sql::items<AccessPriv>(privileges)) {
    WrittenPrivileges one;
    one.all = privilege->priv_name == nullptr;
    one.columns = sql::strings_of(privilege->cols);
    for (const PrivilegeName& known : kPrivileges) {
      if (!one.all && known.name == privilege->priv_name) one.letters = known.letter;
    }
    written.push_back(std::move(one));
  }
  return written;
}

}  // namespace pgplumb::parse
