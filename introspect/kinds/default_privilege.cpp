#include <map>
#include <optional>
#include <string>

#include "introspect/access_list.hpp"
#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kDefaultPrivilegeQuery = R"sql(
select defaclrole, defaclnamespace, defaclobjtype, defaclacl from pg_default_acl
)sql";

std::optional<DefaultTarget> target_of(char letter) {
  switch (letter) {
    case 'r': return DefaultTarget::tables;
    case 'S': return DefaultTarget::sequences;
    case 'f': return DefaultTarget::functions;
    case 'T': return DefaultTarget::types;
    case 'n': return DefaultTarget::schemas;
    default: return std::nullopt;  // large objects, from PostgreSQL 18 on
  }
}

// A row for all namespaces holds the whole list, one for a namespace only what comes on top.
InitialAccess initial_of(DefaultTarget target, const std::string& role, bool everywhere,
                         int server_version) {
  if (!everywhere) return {};
  ObjectId example;
  example.kind = kind_of_target(target);
  return initial_access(example, role, server_version);
}

}  // namespace

void ask_for(KindTag<DefaultPrivilege>, QueryList& queries) {
  queries.add(kDefaultPrivilegeQuery, Lane::second);
}

void decode(KindTag<DefaultPrivilege>, const SlotRows& rows, Reader& reader) {
  std::map<std::string, std::size_t> counts;
  for (const pg::Row row : rows[0]) {
    const std::string& role = reader.names().role(row.oid(0));
    const Oid space = row.oid(1);
    const auto target = target_of(row.character(2));
    if (!target) {
      reader.unmanaged("default privileges of " + role + " on large objects");
      continue;
    }
    ++counts[role];
    const InitialAccess initial = initial_of(*target, role, space == 0, reader.server_version());
    for (auto& [grantee, held] : access_facts(row.strings(3), initial, role)) {
      reader.put(default_privilege_id(role, reader.names().space(space).text(), *target, grantee),
                 DefaultPrivilege{held.privileges, held.grant_option});
    }
  }
  // A database without any object of its own: who has said something belongs to it.
  if (reader.catalog().default_owner || counts.size() != 1) return;
  reader.catalog().default_owner = counts.begin()->first;
}

}  // namespace pgplumb::introspect
