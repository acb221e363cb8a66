#include "introspect/unmodeled.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "introspect/index_columns.hpp"
#include "pg/transaction.hpp"

namespace pgplumb::introspect {
namespace {

// A select that gives catalog, oid and sub-object of everything user-made in one catalog. What
// belongs to an extension or is part of another object is taken away afterwards.
struct Part {
  std::string_view what;  // for the message when the catalog may not be read
  std::string_view sql;
  std::string_view source = {};  // asked only where this has rows (QueryList::look_at); "": always
};

constexpr std::array kParts = {
    // Operator families of PostgreSQL's own, which the model does not hold.
    Part{"operators added to built-in families",
         "select 'pg_amop'::regclass::oid, a.oid, 0 from pg_amop a "
         "where a.oid >= 16384 and a.amopfamily < 16384 and not exists (select from pg_depend e "
         "where e.classid = 'pg_operator'::regclass and e.objid = a.amopopr and e.deptype = 'e')",
         "pg_amop where oid >= 16384 and amopfamily < 16384"},
    Part{"functions added to built-in families",
         "select 'pg_amproc'::regclass, a.oid, 0 from pg_amproc a "
         "where a.oid >= 16384 and a.amprocfamily < 16384 and not exists (select from pg_depend e "
         "where e.classid = 'pg_proc'::regclass and e.objid = a.amproc and e.deptype = 'e')",
         "pg_amproc where oid >= 16384 and amprocfamily < 16384"},
};

// Facts about an object of which the model has the object but not the fact.
constexpr std::array kFacts = {
    // The database itself is no object of the model.
    Part{"comments on databases",
         "select 'comment on ', c.classoid, c.objoid, 0 from pg_shdescription c "
         "join pg_database d on d.oid = c.objoid and c.classoid = 'pg_database'::regclass "
         "where d.datname = current_database() "
         "and c.description <> 'default administrative connection database'"},
    // What initdb grants stands in pg_init_privs.
    Part{"privileges on system objects",
         R"sql(select 'privileges on ', p.catalog, p.oid, 0
from (select 'pg_class'::regclass::oid as catalog, oid, relacl as acl, relowner as owner,
             case relkind when 'S' then 's'::"char" else 'r' end as letter
      from pg_class where relnamespace is distinct from to_regnamespace('information_schema')
      union all select 'pg_proc'::regclass, oid, proacl, proowner, 'f'
                from pg_proc where pronamespace is distinct from to_regnamespace('information_schema')
      union all select 'pg_type'::regclass, oid, typacl, typowner, 'T'
                from pg_type where typnamespace is distinct from to_regnamespace('information_schema')
      union all select 'pg_language'::regclass, oid, lanacl, lanowner, 'l' from pg_language
      union all select 'pg_foreign_data_wrapper'::regclass, oid, fdwacl, fdwowner, 'F'
                from pg_foreign_data_wrapper
      union all select 'pg_namespace'::regclass, oid, nspacl, nspowner, 'n'
                from pg_namespace where oid <> 2200 and nspname <> 'information_schema') p
left join pg_init_privs i on i.classoid = p.catalog and i.objoid = p.oid and i.objsubid = 0
where p.acl is not null and p.acl is distinct from i.initprivs and p.oid < 16384
  and (exists (select * from aclexplode(p.acl)
               except select * from aclexplode(coalesce(i.initprivs,
                                                        acldefault(p.letter, p.owner))))
       or exists (select * from aclexplode(coalesce(i.initprivs, acldefault(p.letter, p.owner)))
                  except select * from aclexplode(p.acl))))sql"},
    Part{"comments on multirange types",
         "select 'comment on ', d.classoid, d.objoid, 0 from pg_description d "
         "join pg_type t on t.oid = d.objoid "
         "where d.classoid = 'pg_type'::regclass and t.typtype = 'm' and d.objoid >= 16384",
         "pg_range where rngtypid >= 16384"},
    Part{"comments on casts of range types to their multirange types",
         "select 'comment on ', d.classoid, d.objoid, 0 from pg_description d "
         "join pg_cast c on c.oid = d.objoid join pg_range r on r.rngtypid = c.castsource "
         "and r.rngmultitypid = c.casttarget "
         "where d.classoid = 'pg_cast'::regclass and c.oid >= 16384",
         "pg_range where rngtypid >= 16384"},
    Part{"statistics targets of the indexes of constraints",
         "select 'statistics target of ', 'pg_class'::regclass, a.attrelid, a.attnum::int "
         "from pg_attribute a join pg_class c on c.oid = a.attrelid "
         "where a.attrelid >= 16384 and a.attstattarget >= 0 and c.relkind in ('i', 'I') "
         "and a.attnum > 0 and exists (select from pg_constraint k where k.conindid = c.oid)",
         kSetColumns},
};

// pg_identify_object's words, "operator public.===(integer,integer)", in a stable order.
std::string query_of(const std::string& objects) {
  return "with object(prefix, catalog, oid, part) as materialized (" + objects + R"sql()
select o.prefix || i.type || ' ' || i.identity
from object o
cross join lateral pg_identify_object(o.catalog, o.oid, o.part) i
where coalesce(i.schema, '') !~ '^pg_(temp|toast)'
  and not exists (select from pg_depend d
                  where d.classid = o.catalog and d.objid = o.oid
                    and (d.deptype = 'e' and o.prefix not like 'privileges on%'
                         or d.deptype = 'i' and o.prefix = ''))
order by 1
)sql";
}

std::string objects_of(const Part& part) {
  return "select ''::text, * from (" + std::string(part.sql) + ") x";
}

bool may_exist(const Part& part, const QueryList& queries) {
  return part.source.empty() || queries.is_filled(part.source);
}

std::string everything(const QueryList& queries) {
  std::string all;
  const auto add = [&](const Part& part, const std::string& objects) {
    if (may_exist(part, queries)) all += (all.empty() ? "" : "\nunion all ") + objects;
  };
  for (const Part& part : kParts) add(part, objects_of(part));
  for (const Part& fact : kFacts) add(fact, std::string(fact.sql));
  return query_of(all);
}

using Found = std::vector<Unmanaged>;

// False when this role may not read one of the catalogs.
bool try_query(pg::Session& session, const std::string& sql, Found& found) {
  pg::Savepoint savepoint(session, "pgplumb_unmodeled");
  try {
    for (const pg::Row row : session.query(sql)) {
      if (!row.is_null(0)) found.push_back({row.string(0), {}});
    }
  } catch (const pg::ServerError& error) {
    if (error.sqlstate() != pg::sqlstate::kInsufficientPrivilege) throw;
    return false;
  }
  savepoint.release();
  return true;
}

void query_alone(pg::Session& session, const Part& part, const std::string& objects, Found& found,
                 Diagnostics& diagnostics) {
  if (try_query(session, query_of(objects), found)) return;
  diagnostics.add(DiagnosticCode::not_readable,
                  "role \"" + session.user() + "\" may not read the catalog of " +
                      std::string(part.what) + ": what exists of them is not reported");
}

}  // namespace

void look_at_unmodeled(QueryList& queries) {
  const auto look = [&](const Part& part) {
    if (!part.source.empty()) queries.look_at(std::string(part.source));
  };
  std::for_each(kParts.begin(), kParts.end(), look);
  std::for_each(kFacts.begin(), kFacts.end(), look);
}

std::vector<Unmanaged> read_unmodeled(pg::Session& session, const QueryList& queries,
                                      Diagnostics& diagnostics) {
  Found found;
  if (try_query(session, everything(queries), found)) return found;
  for (const Part& part : kParts) {
    query_alone(session, part, objects_of(part), found, diagnostics);
  }
  for (const Part& fact : kFacts) {
    query_alone(session, fact, std::string(fact.sql), found, diagnostics);
  }
  return found;
}

}  // namespace pgplumb::introspect
