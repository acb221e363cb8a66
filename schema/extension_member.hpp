// What extensions bring along. No objects of the model: they are folded into their extension.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schema/kinds/privilege.hpp"
#include "schema/object_id.hpp"
#include "schema/type_ref.hpp"

namespace pgplumb {

class Catalog;

// A type, function or operator that belongs to an extension: names in SQL text resolve to it.
struct ExtensionMember {
  enum class Kind : std::uint8_t { type, routine, operator_, operator_class, relation, other };
  Kind kind = Kind::other;
  QualifiedName name;
  std::vector<TypeRef> arguments;  // routine: input types; operator: left (may be empty), right
  TypeRef result;                  // routine, operator
  std::string method;       // operator_class: access method; then arguments[0] is the input type
  bool is_default = false;  // operator_class
  bool procedure = false;   // routine
  // The kind of the id under which privileges on it are facts; nothing: it has none.
  std::optional<ObjectKind> grantable{};
  std::string owner{};  // a role; "": not known
  // What it grants from the start, by role ("" is PUBLIC), where the extension itself has granted
  // or revoked something (pg_init_privs); nothing: what any object of its kind starts with.
  std::optional<std::map<std::string, Privilege>> initial{};
};

using ExtensionContents = std::map<std::string, std::vector<ExtensionMember>>;  // by extension

// What privileges on the member are about: an id that stands for no object. Nothing for members
// that have none.
[[nodiscard]] std::optional<ObjectId> subject_of(const ExtensionMember& member);

struct MemberOfExtension {
  const ExtensionMember* member = nullptr;  // of the catalog; null: there is none
  Identifier extension;
};
// The member of an installed extension that `subject`, or the column `subject`, is.
[[nodiscard]] MemberOfExtension member_at(const Catalog& catalog, const ObjectId& subject);

// The extension of what `privilege` is about; nothing for other objects than such privileges.
[[nodiscard]] std::optional<ObjectId> extension_behind(const Catalog& catalog,
                                                       const ObjectId& privilege);

// What `grantee` holds of it from the start; `owner`: who owns it ("": not known).
[[nodiscard]] Privilege initial_privilege(const ExtensionMember& member, const std::string& grantee,
                                          const std::string& owner, int server_version);

}  // namespace pgplumb
