#include "introspect/family_members.hpp"

#include "introspect/reader.hpp"

namespace pgplumb::introspect {

// An operator for ORDER BY depends on the family that sorts its result as well as on its own.
std::string family_operators_query(const std::string& catalog) {
  return R"sql(
select d.refobjid, a.amopstrategy, a.amoplefttype, a.amoprighttype,
       array[n.nspname::text, o.oprname::text],
       (select array[s.nspname::text, f.opfname::text]
        from pg_opfamily f join pg_namespace s on s.oid = f.opfnamespace
        where f.oid = a.amopsortfamily)
from pg_amop a
join pg_depend d on d.classid = 'pg_amop'::regclass and d.objid = a.oid
join pg_operator o on o.oid = a.amopopr
join pg_namespace n on n.oid = o.oprnamespace
where a.oid >= 16384
  and (d.refclassid <> 'pg_opfamily'::regclass or d.refobjid = a.amopfamily)
  and d.refclassid = ')sql" +
         catalog + "'::regclass";
}

std::string family_functions_query(const std::string& catalog) {
  return R"sql(
select d.refobjid, a.amprocnum, a.amproclefttype, a.amprocrighttype,
       array[n.nspname::text, p.proname::text], p.proargtypes
from pg_amproc a
join pg_depend d on d.classid = 'pg_amproc'::regclass and d.objid = a.oid
join pg_proc p on p.oid = a.amproc
join pg_namespace n on n.oid = p.pronamespace
where a.oid >= 16384 and d.refclassid = ')sql" +
         catalog + "'::regclass";
}

std::map<Oid, FamilyMembers> family_members(const pg::Rows& operators, const pg::Rows& functions,
                                            const Names& names) {
  std::map<Oid, FamilyMembers> members;
  for (const pg::Row row : operators) {
    members[row.oid(0)].operators.push_back({static_cast<int>(row.integer(1)),
                                             names.type(row.oid(2)), names.type(row.oid(3)),
                                             name_at(row, 4), name_at(row, 5)});
  }
  for (const pg::Row row : functions) {
    FamilyFunction function{static_cast<int>(row.integer(1)),
                            names.type(row.oid(2)),
                            names.type(row.oid(3)),
                            name_at(row, 4),
                            {}};
    for (const Oid type : row.oids(5)) function.arguments.push_back(names.type(type));
    members[row.oid(0)].functions.push_back(std::move(function));
  }
  for (auto& [holder, found] : members) sort_members(found);
  return members;
}

}  // namespace pgplumb::introspect
