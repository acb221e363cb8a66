// GRANT and REVOKE on the model: who may do what with one object.
#pragma once

#include <string>
#include <vector>

#include "schema/catalog.hpp"

struct GrantStmt;  // PostgreSQL's; sql/tree.hpp
struct List;

namespace pgplumb::parse {

class Replay;

// One change of one grantee's privileges.
struct PrivilegeChange {
  enum class Verb { grant, grant_with_option, revoke, revoke_option };
  Verb verb = Verb::grant;
  std::string letters;  // of aclitem
};

// What `statement` does, whatever to.
[[nodiscard]] PrivilegeChange::Verb verb_of(const ::GrantStmt& statement);
// "" for PUBLIC, kRunningRole for a role that is not known.
[[nodiscard]] std::vector<std::string> grantees_of(const ::GrantStmt& statement,
                                                   const Replay& replay);

// What `privilege` becomes.
[[nodiscard]] Privilege changed(Privilege privilege, const PrivilegeChange& change);

// Applies the change, made by who runs the statement; a state that equals what the object starts
// with is no fact. Revoking on a table revokes on its columns as well; `cascade`: and what the
// grantee has handed on.
void change_privileges(const ObjectId& subject, const std::string& grantee,
                       const PrivilegeChange& change, bool cascade, Replay& replay);

// What the grantee of `id` holds: the fact, else what it starts with.
[[nodiscard]] Privilege held_privileges(const ObjectId& id, const Replay& replay);
// A state that equals what the object starts with is no fact.
void put_privileges(const ObjectId& id, Privilege after, Replay& replay);
// What an extension brings and `subject`, or its column `subject`, is; it is no object of the
// model.
[[nodiscard]] MemberOfExtension member_of(const ObjectId& subject, const Replay& replay);
// The role that owns `subject` or, where the text names none, runs it; "" where that is not known.
[[nodiscard]] std::string owner_of(const ObjectId& subject, const Replay& replay);

// The same for the database that the text runs in.
void change_database_privileges(const std::string& grantee, const PrivilegeChange& change,
                                Replay& replay);

// Privileges as a statement lists them, with the columns they are limited to.
struct WrittenPrivileges {
  bool all = false;
  std::string letters;
  std::vector<std::string> columns;  // empty: the whole object
};
// One entry per AccessPriv; a single "all" for an empty list.
[[nodiscard]] std::vector<WrittenPrivileges> written_privileges(const ::List* privileges);

// Letters that mean something for an object of the kind: USAGE on a sequence named as a TABLE and
// the like are left out by the server, with a warning.
[[nodiscard]] std::string applicable(const WrittenPrivileges& written, ObjectKind kind);

// Every privilege that an object of this kind can have.
[[nodiscard]] std::string all_privileges(ObjectKind kind);

// The objects that the statement is about, and members of extensions, as far as these are known.
// What else is outside the model is reported as unmanaged, what does not exist as unresolved.
[[nodiscard]] std::vector<ObjectId> grant_targets(const ::GrantStmt& statement, Replay& replay);

}  // namespace pgplumb::parse
