#include "schema/kinds/privilege.hpp"

#include <array>
#include <string_view>

#include "schema/kinds/namespace.hpp"

namespace pgplumb {
namespace {

struct Letter {
  char letter;
  std::string_view word;
};

// In the order of PostgreSQL's documentation.
constexpr std::array kLetters = {
    Letter{'r', "SELECT"},    Letter{'a', "INSERT"},       Letter{'w', "UPDATE"},
    Letter{'d', "DELETE"},    Letter{'D', "TRUNCATE"},     Letter{'x', "REFERENCES"},
    Letter{'t', "TRIGGER"},   Letter{'C', "CREATE"},       Letter{'c', "CONNECT"},
    Letter{'T', "TEMPORARY"}, Letter{'X', "EXECUTE"},      Letter{'U', "USAGE"},
    Letter{'s', "SET"},       Letter{'A', "ALTER SYSTEM"}, Letter{'m', "MAINTAIN"}};

std::string words(const std::string& letters, const std::string& grant_option) {
  std::string text;
  for (const Letter& known : kLetters) {
    if (letters.find(known.letter) == std::string::npos) continue;
    if (!text.empty()) text += ", ";
    text += known.word;
    if (grant_option.find(known.letter) != std::string::npos) text += " with grant option";
  }
  return text;
}

}  // namespace

std::string describe(const GrantByOther& grant) {
  return words(grant.privileges, grant.grant_option) + " by " + grant.grantor;
}

std::string describe(const Privilege& privilege) {
  std::string text = words(privilege.privileges, privilege.grant_option);
  for (const GrantByOther& grant : privilege.by_others) {
    if (!text.empty()) text += "; ";
    text += describe(grant);
  }
  return text;
}

bool knows_maintain(int server_version) {
  constexpr int kMaintain = 170000;
  return server_version == 0 || server_version >= kMaintain;
}

std::string owner_default_privileges(ObjectKind kind, int server_version) {
  switch (kind) {
    case ObjectKind::relation:
    case ObjectKind::view:
    case ObjectKind::materialized_view:
      return knows_maintain(server_version) ? "Dadmrtwx" : "Dadrtwx";
    case ObjectKind::sequence: return "Urw";
    case ObjectKind::database_privilege: return "CTc";
    case ObjectKind::routine:
    case ObjectKind::aggregate: return "X";
    case ObjectKind::namespace_: return "CU";
    case ObjectKind::language:
    case ObjectKind::enum_type:
    case ObjectKind::domain:
    case ObjectKind::composite_type:
    case ObjectKind::range_type:
    case ObjectKind::base_type:
    case ObjectKind::shell_type:
    case ObjectKind::foreign_data_wrapper:
    case ObjectKind::foreign_server: return "U";
    default: return "";
  }
}

std::string public_default_privileges(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::routine:
    case ObjectKind::aggregate: return "X";
    case ObjectKind::database_privilege: return "Tc";
    case ObjectKind::language:
    case ObjectKind::enum_type:
    case ObjectKind::domain:
    case ObjectKind::composite_type:
    case ObjectKind::range_type:
    case ObjectKind::base_type:
    case ObjectKind::shell_type: return "U";
    default: return "";
  }
}

std::string initial_of_everybody(const ObjectId& subject, int server_version) {
  if (!is_public_namespace(subject)) return public_default_privileges(subject.kind);
  // Up to PostgreSQL 14 everybody may create in it.
  constexpr int kDatabaseOwner = 150000;
  return server_version != 0 && server_version < kDatabaseOwner ? "CU" : "U";
}

}  // namespace pgplumb
