#include "parse/grants.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "parse/replay.hpp"
#include "parse/roles.hpp"
#include "schema/kinds/privilege.hpp"
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

bool owns(const std::string& role, const ObjectId& subject, const Catalog& catalog) {
  const auto* owner = catalog.get<Owner>(about(ObjectKind::owner, subject));
  if (owner != nullptr) return owner->role == role;
  return is_public_namespace(subject) && !role.empty() && role == catalog.public_owner;
}

// What the grantee holds without any fact about it.
std::string initial_privileges(const ObjectId& subject, const std::string& grantee,
                               const Catalog& catalog) {
  if (grantee.empty()) return initial_of_everybody(subject, catalog.version());
  return owns(grantee, subject, catalog) ? owner_default_privileges(subject.kind) : "";
}

void revoke_on_columns(const ObjectId& relation, const std::string& grantee,
                       const PrivilegeChange& change, Replay& replay) {
  const PrivilegeChange narrowed{change.verb, common(change.letters, kColumnPrivileges)};
  std::vector<ObjectId> holding;
  for (const auto [id, privilege] : replay.catalog().all<Privilege>()) {
    const bool on_column = id.subject == ObjectKind::attribute;
    if (on_column && id.grantee == grantee && id.space == relation.space &&
        id.name == relation.name) {
      holding.push_back(part_of(relation, ObjectKind::attribute, Identifier(id.member)));
    }
  }
  for (const ObjectId& column : holding) change_privileges(column, grantee, narrowed, replay);
}

bool has_columns(ObjectKind kind) {
  return kind == ObjectKind::relation || kind == ObjectKind::view ||
         kind == ObjectKind::materialized_view;
}

}  // namespace

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

// A grant to whoever runs the text gives an owner what it has; a REVOKE takes what nobody named.
std::vector<std::string> grantees_of(const ::GrantStmt& statement, Replay& replay) {
  std::vector<std::string> names;
  for (const RoleSpec* role : sql::items<RoleSpec>(statement.grantees)) {
    if (auto name = role_of(*role, replay)) {
      names.push_back(std::move(*name));
    } else if (!statement.is_grant) {
      replay.unmanaged("REVOKE from the current user");
    }
  }
  return names;
}

Privilege changed(Privilege privilege, const PrivilegeChange& change) {
  using Verb = PrivilegeChange::Verb;
  const bool takes = change.verb == Verb::revoke || change.verb == Verb::revoke_option;
  if (!takes) privilege.privileges = united(privilege.privileges, change.letters);
  if (change.verb == Verb::grant_with_option) {
    privilege.grant_option = united(privilege.grant_option, change.letters);
  }
  if (change.verb == Verb::revoke) {
    privilege.privileges = without(privilege.privileges, change.letters);
  }
  if (takes) privilege.grant_option = without(privilege.grant_option, change.letters);
  return privilege;
}

void change_privileges(const ObjectId& subject, const std::string& grantee,
                       const PrivilegeChange& change, Replay& replay) {
  const ObjectId id = privilege_on(subject, grantee);
  const std::string initial = initial_privileges(subject, grantee, replay.catalog());
  const auto* fact = replay.catalog().get<Privilege>(id);
  const Privilege before = fact != nullptr ? *fact : Privilege{initial, ""};
  const Privilege after = changed(before, change);
  const bool is_initial = after.privileges == initial && after.grant_option.empty();
  if (is_initial && fact != nullptr) {
    replay.drop(id);
  } else if (!is_initial && (fact == nullptr || after.privileges != before.privileges ||
                             after.grant_option != before.grant_option)) {
    replay.put(id, after);
  }
  using Verb = PrivilegeChange::Verb;
  const bool takes = change.verb == Verb::revoke || change.verb == Verb::revoke_option;
  if (takes && has_columns(subject.kind)) revoke_on_columns(subject, grantee, change, replay);
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
