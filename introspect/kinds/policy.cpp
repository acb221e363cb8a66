#include <algorithm>

#include "introspect/kind_stages.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kPolicyQuery = R"sql(
select oid, polrelid, polname, polcmd, polpermissive, polroles,
       pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)
from pg_policy
)sql";

PolicyCommand command_of(char letter) {
  switch (letter) {
    case 'r': return PolicyCommand::select;
    case 'a': return PolicyCommand::insert;
    case 'w': return PolicyCommand::update;
    case 'd': return PolicyCommand::delete_;
    default: return PolicyCommand::all;
  }
}

Policy policy_of(const pg::Row& row, const Names& names) {
  Policy policy;
  policy.command = command_of(row.character(3));
  policy.permissive = row.boolean(4);
  for (const Oid role : row.oids(5)) policy.roles.push_back(names.role(role));
  std::sort(policy.roles.begin(), policy.roles.end());
  // The catalog keeps a role that was written twice.
  const auto twice = std::unique(policy.roles.begin(), policy.roles.end());
  policy.roles.erase(twice, policy.roles.end());
  policy.using_expression = Reader::expression(row.text(6));
  policy.with_check = Reader::expression(row.text(7));
  return policy;
}

}  // namespace

void ask_for(KindTag<Policy>, QueryList& queries) {
  queries.add_if_any("pg_policy", kPolicyQuery, Lane::first);
}

void decode(KindTag<Policy>, const SlotRows& rows, Reader& reader) {
  for (const pg::Row row : rows[0]) {
    const ObjectId* holder = reader.find({CatalogOid::pg_class, row.oid(1)});
    if (holder == nullptr) continue;
    const ObjectId id = part_of(*holder, ObjectKind::policy, Identifier(row.string(2)));
    reader.put({CatalogOid::pg_policy, row.oid(0)}, id, policy_of(row, reader.names()));
  }
}

}  // namespace pgplumb::introspect
