#include "introspect/access_list.hpp"
#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kDatabasePrivilegeQuery = R"sql(
select datdba, datacl from pg_database where datname = current_database()
)sql";

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
        initial_access(database_privilege_id(""), owner, false, reader.server_version());
    for (auto& [grantee, held] : access_facts(row.strings(1), initial)) {
      reader.put(database_privilege_id(grantee),
                 DatabasePrivilege{held.privileges, held.grant_option});
    }
  }
}

}  // namespace pgplumb::introspect
