#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kDatabaseSettingQuery = R"sql(
select s.setrole, s.setconfig
from pg_db_role_setting s
join pg_database d on d.oid = s.setdatabase
where d.datname = current_database()
)sql";

}  // namespace

void ask_for(KindTag<DatabaseSetting>, QueryList& queries) {
  queries.add_if_any("pg_db_role_setting where setdatabase <> 0", kDatabaseSettingQuery,
                     Lane::second);
}

void decode(KindTag<DatabaseSetting>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const Oid role = row.oid(0);
    const std::string whose = role == 0 ? "" : reader.names().role(role);
    for (const std::string& entry : row.strings(1)) {
      const std::size_t equals = entry.find('=');
      const std::string name = entry.substr(0, equals);
      reader.put(database_setting_id(name, whose),
                 DatabaseSetting{setting_value_of(name, entry.substr(equals + 1))});
    }
  }
}

}  // namespace pgplumb::introspect
