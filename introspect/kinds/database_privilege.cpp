#include <algorithm>

#include "introspect/access_list.hpp"
#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kDatabasePrivilegeQuery = R"sql(
select datdba, datacl from pg_database where datname = current_database()
)sql";

void add_letters(std::string& letters, const std::string& more) {
  letters += more;
  std::sort(letters.begin(), letters.end());
  letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
}

// Who granted it is not kept.
DatabasePrivilege from_all_grantors(const Privilege& held) {
  DatabasePrivilege all{held.privileges, held.grant_option};
  for (const GrantByOther& grant : held.by_others) {
    add_letters(all.privileges, grant.privileges);
    add_letters(all.grant_option, grant.grant_option);
  }
  return all;
}

}  // namespace

void ask_for(KindTag<DatabasePrivilege>, QueryList& queries) {
  queries.add(kDatabasePrivilegeQuery, Lane::second);
}

void decode(KindTag<DatabasePrivilege>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const std::string& owner = reader.names().role(row.oid(0));
    reader.catalog().database_owner = owner;
    if (row.is_null(1)) continue;
    const InitialAccess initial =
        initial_access(database_privilege_id(""), owner, reader.server_version());
    for (const auto& [grantee, held] : access_facts(row.strings(1), initial, owner)) {
      reader.put(database_privilege_id(grantee), from_all_grantors(held));
    }
  }
}

}  // namespace pgplumb::introspect
