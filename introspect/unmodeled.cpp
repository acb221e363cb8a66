#include "introspect/unmodeled.hpp"

#include <array>
#include <string>
#include <string_view>

#include "pg/transaction.hpp"

namespace pgplumb::introspect {
namespace {

// A select that gives catalog, oid and sub-object of everything user-made in one catalog. What
// belongs to an extension or is part of another object is taken away afterwards.
struct Part {
  std::string_view what;  // for the message when the catalog may not be read
  std::string_view sql;
};

constexpr std::array kParts = {
    Part{"aggregates",
         "select 'pg_proc'::regclass::oid, oid, 0 from pg_proc where oid >= 16384 and prokind = "
         "'a'"},
    // Array types have no array type.
    Part{"types",
         "select 'pg_type'::regclass, oid, 0 from pg_type "
         "where oid >= 16384 and (typtype in ('r', 'p') or typtype = 'b' and typarray <> 0)"},
    Part{"foreign tables",
         "select 'pg_class'::regclass, oid, 0 from pg_class where oid >= 16384 and relkind = 'f'"},
    Part{"operators", "select 'pg_operator'::regclass, oid, 0 from pg_operator where oid >= 16384"},
    Part{"operator classes",
         "select 'pg_opclass'::regclass, oid, 0 from pg_opclass where oid >= 16384"},
    Part{"operator families",
         "select 'pg_opfamily'::regclass, oid, 0 from pg_opfamily where oid >= 16384"},
    Part{"casts", "select 'pg_cast'::regclass, oid, 0 from pg_cast where oid >= 16384"},
    Part{"collations",
         "select 'pg_collation'::regclass, oid, 0 from pg_collation where oid >= 16384"},
    Part{"conversions",
         "select 'pg_conversion'::regclass, oid, 0 from pg_conversion where oid >= 16384"},
    Part{"text search configurations",
         "select 'pg_ts_config'::regclass, oid, 0 from pg_ts_config where oid >= 16384"},
    Part{"text search dictionaries",
         "select 'pg_ts_dict'::regclass, oid, 0 from pg_ts_dict where oid >= 16384"},
    Part{"text search parsers",
         "select 'pg_ts_parser'::regclass, oid, 0 from pg_ts_parser where oid >= 16384"},
    Part{"text search templates",
         "select 'pg_ts_template'::regclass, oid, 0 from pg_ts_template where oid >= 16384"},
    Part{"foreign-data wrappers",
         "select 'pg_foreign_data_wrapper'::regclass, oid, 0 from pg_foreign_data_wrapper "
         "where oid >= 16384"},
    Part{"foreign servers",
         "select 'pg_foreign_server'::regclass, oid, 0 from pg_foreign_server where oid >= 16384"},
    Part{"user mappings",
         "select 'pg_user_mapping'::regclass, umid, 0 from pg_user_mappings where umid >= 16384"},
    Part{"defaults of views",
         "select 'pg_attrdef'::regclass, d.oid, 0 from pg_attrdef d "
         "join pg_class c on c.oid = d.adrelid where d.adrelid >= 16384 and c.relkind = 'v'"},
};

// Facts about an object of which the model has the object but not the fact.
constexpr std::array kFacts = {
    Part{"security labels",
         "select 'security label on ', classoid, objoid, objsubid from pg_seclabel "
         "where objoid >= 16384"},
    Part{"statistics targets of indexes",
         "select 'statistics target of ', 'pg_class'::regclass, a.attrelid, a.attnum::int "
         "from pg_attribute a join pg_class c on c.oid = a.attrelid "
         "where a.attrelid >= 16384 and a.attstattarget >= 0 and c.relkind in ('i', 'I') "
         "and a.attnum > 0"},
};

// pg_identify_object's words, "operator public.===(integer,integer)", in a stable order.
std::string query_of(const std::string& objects) {
  return "with object(prefix, catalog, oid, part) as materialized (" + objects + R"sql()
select o.prefix || i.type || ' ' || i.identity
from object o, lateral pg_identify_object(o.catalog, o.oid, o.part) i
where coalesce(i.schema, '') !~ '^pg_(temp|toast)'
  and not exists (select from pg_depend d
                  where d.classid = o.catalog and d.objid = o.oid
                    and (d.deptype = 'e' or d.deptype = 'i' and o.prefix = ''))
order by 1
)sql";
}

std::string objects_of(const Part& part) {
  return "select ''::text, * from (" + std::string(part.sql) + ") x";
}

std::string everything() {
  std::string all;
  for (const Part& part : kParts) all += (all.empty() ? "" : "\nunion all ") + objects_of(part);
  for (const Part& fact : kFacts) all += "\nunion all " + std::string(fact.sql);
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

std::vector<Unmanaged> read_unmodeled(pg::Session& session, Diagnostics& diagnostics) {
  Found found;
  if (try_query(session, everything(), found)) return found;
  for (const Part& part : kParts) {
    query_alone(session, part, objects_of(part), found, diagnostics);
  }
  for (const Part& fact : kFacts) {
    query_alone(session, fact, std::string(fact.sql), found, diagnostics);
  }
  return found;
}

}  // namespace pgplumb::introspect
