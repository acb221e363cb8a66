#include <algorithm>

#include "introspect/index_columns.hpp"
#include "introspect/kind_stages.hpp"
#include "introspect/trigger_enabled.hpp"

namespace pgplumb::introspect {
namespace {

// Of the constraint itself; the columns of its index follow. Not-null constraints (contype 'n',
// PostgreSQL 18) are attnotnull and typnotnull in the model. A foreign key to a partitioned table
// has rows of its own for each partition, on the same table as their parent: machinery, left out.
constexpr const char* kConstraintColumns = R"sql(
k.oid, k.conname, k.contype, k.conrelid, k.contypid, k.conkey, k.confrelid, k.confkey,
k.confmatchtype, k.confupdtype, k.confdeltype, k.condeferrable, k.condeferred, k.convalidated,
k.connoinherit, k.conislocal, k.coninhcount, p.conrelid, pg_get_expr(k.conbin, k.conrelid),
case when k.contype = 'x' then array(
  select o.oprnamespace from unnest(k.conexclop) with ordinality u(oid, n)
  join pg_operator o on o.oid = u.oid order by u.n) end,
case when k.contype = 'x' then array(
  select o.oprname from unnest(k.conexclop) with ordinality u(oid, n)
  join pg_operator o on o.oid = u.oid order by u.n) end)sql";

constexpr const char* kConstraintFrom = R"sql(
from pg_constraint k
left join pg_constraint p on p.oid = k.conparentid
left join pg_index i on i.indexrelid = k.conindid and k.contype in ('p', 'u', 'x')
left join pg_class c on c.oid = i.indexrelid
where k.oid >= 16384 and k.contype in ('p', 'u', 'f', 'c', 'x')
  and p.conrelid is distinct from k.conrelid
)sql";

// `first` brought the column; servers before it get the fallback.
std::string since(int first, int version, const char* column, const char* fallback) {
  return std::string(", ") + (version >= first ? column : fallback);
}

std::string constraint_query(int version) {
  return std::string("select ") + kConstraintColumns +
         since(150000, version, "k.confdelsetcols", "null::int2[]") +
         since(180000, version, "k.conenforced", "true") +
         since(180000, version, "k.conperiod", "false") + ", " + index_select_list(version) +
         kConstraintFrom;
}

struct ConstraintColumn {
  enum Index : std::size_t {
    oid,
    name,
    type,
    relation,
    domain,
    columns,
    foreign_relation,
    foreign_columns,
    match,
    on_update,
    on_delete,
    deferrable,
    deferred,
    validated,
    no_inherit,
    local,
    inherited_from,
    parent_relation,
    check,
    operator_spaces,
    operator_names,
    on_delete_columns,
    enforced,
    period,
    index,
  };
};

ConstraintType type_of(char letter) {
  switch (letter) {
    case 'p': return ConstraintType::primary_key;
    case 'u': return ConstraintType::unique;
    case 'f': return ConstraintType::foreign_key;
    case 'x': return ConstraintType::exclusion;
    default: return ConstraintType::check;
  }
}

MatchType match_of(char letter) {
  if (letter == 'f') return MatchType::full;
  return letter == 'p' ? MatchType::partial : MatchType::simple;
}

ReferentialAction action_of(char letter) {
  switch (letter) {
    case 'r': return ReferentialAction::restrict;
    case 'c': return ReferentialAction::cascade;
    case 'n': return ReferentialAction::set_null;
    case 'd': return ReferentialAction::set_default;
    default: return ReferentialAction::no_action;
  }
}

void read_foreign_key(const pg::Row& row, const Names& names, Constraint& constraint) {
  using enum ConstraintColumn::Index;
  constraint.foreign_relation = names.relation(row.oid(foreign_relation)).name;
  constraint.foreign_columns =
      names.attributes(row.oid(foreign_relation), row.integers(foreign_columns));
  constraint.match = match_of(row.character(match));
  constraint.on_update = action_of(row.character(on_update));
  constraint.on_delete = action_of(row.character(on_delete));
  std::vector<std::int64_t> set_columns = row.integers(on_delete_columns);
  std::sort(set_columns.begin(), set_columns.end());
  constraint.on_delete_columns = names.attributes(row.oid(relation), set_columns);
}

void read_exclusion(const pg::Row& row, const Names& names, Index&& backing,
                    Constraint& constraint) {
  using enum ConstraintColumn::Index;
  const std::vector<Oid> spaces = row.oids(operator_spaces);
  const std::vector<std::string> operators = row.strings(operator_names);
  constraint.access_method = backing.access_method;
  constraint.predicate = std::move(backing.predicate);
  constraint.elements = std::move(backing.elements);
  for (std::size_t at = 0; at < constraint.elements.size() && at < operators.size(); ++at) {
    constraint.elements[at].exclusion_operator = {names.space(spaces[at]),
                                                  Identifier(operators[at])};
  }
}

void read_backing_index(const pg::Row& row, const Reader& reader, Constraint& constraint) {
  using enum ConstraintColumn::Index;
  Index backing = decode_index(row, index, reader);
  constraint.include = std::move(backing.include);
  constraint.nulls_not_distinct = backing.nulls_not_distinct;
  constraint.options = std::move(backing.options);
  constraint.tablespace = backing.tablespace;
  constraint.clustered = backing.clustered;
  // The parent of an index that no constraint of the parent owns.
  const auto& above = reader.names().parents(row.oid(index));
  if (row.oid(parent_relation) == 0 && !above.empty()) {
    constraint.index_partition_of = reader.names().relation(above.front()).name;
  }
  if (constraint.type == ConstraintType::exclusion) {
    read_exclusion(row, reader.names(), std::move(backing), constraint);
  }
}

Constraint constraint_of(const pg::Row& row, const Reader& reader) {
  using enum ConstraintColumn::Index;
  const Names& names = reader.names();
  Constraint constraint;
  constraint.type = type_of(row.character(type));
  constraint.check = Reader::expression(row.text(check));
  const bool has_columns =
      is_unique_key(constraint) || constraint.type == ConstraintType::foreign_key;
  if (has_columns) constraint.columns = names.attributes(row.oid(relation), row.integers(columns));
  if (constraint.type == ConstraintType::foreign_key) read_foreign_key(row, names, constraint);
  if (!row.is_null(index)) read_backing_index(row, reader, constraint);
  constraint.without_overlaps = row.boolean(period);
  constraint.deferrable = row.boolean(deferrable);
  constraint.initially_deferred = row.boolean(deferred);
  constraint.validated = row.boolean(validated);
  constraint.enforced = row.boolean(enforced);
  constraint.local = row.boolean(local);
  constraint.inherited_from = static_cast<int>(row.integer(inherited_from));
  constraint.partition_of = names.relation(row.oid(parent_relation)).name;
  // Keys and foreign keys cannot be inherited; the catalog marks them so. Only a check may say it.
  constraint.no_inherit = constraint.type == ConstraintType::check && row.boolean(no_inherit);
  return constraint;
}

// Those that are not in their usual state; mostly none.
constexpr const char* kTriggers = R"sql(
select tgconstraint, tgrelid, tgenabled from pg_trigger
where tgisinternal and tgconstraint <> 0 and tgenabled <> 'O'
order by tgenabled desc
)sql";

// Of several states the one that checks least: the last row wins.
void read_triggers(const pg::Rows& rows, Reader& reader) {
  for (const pg::Row row : rows) {
    const ObjectId* id = reader.find({CatalogOid::pg_constraint, row.oid(0)});
    auto* found = id == nullptr ? nullptr : reader.catalog().get<Constraint>(*id);
    if (found == nullptr) continue;
    const bool own = reader.names().relation(row.oid(1)).name == id->qualified_name();
    (own ? found->triggers : found->foreign_triggers) = enabled_of(row.character(2));
  }
}

// Parameters of the operator classes of exclusion constraints.
constexpr const char* kOperatorClassParameters = R"sql(
select k.oid, a.attnum, a.attoptions, i.indclass[a.attnum - 1]
from pg_constraint k join pg_attribute a on a.attrelid = k.conindid
  join pg_index i on i.indexrelid = k.conindid
where k.oid >= 16384 and k.contype = 'x' and a.attoptions is not null
)sql";

void read_operator_class_parameters(const pg::Rows& rows, Reader& reader) {
  for (const pg::Row row : rows) {
    const ObjectId* id = reader.find({CatalogOid::pg_constraint, row.oid(0)});
    auto* found = id == nullptr ? nullptr : reader.catalog().get<Constraint>(*id);
    const auto at = static_cast<std::size_t>(row.integer(1) - 1);
    if (found == nullptr || at >= found->elements.size()) continue;
    IndexElement& element = found->elements[at];
    element.operator_class_options = row.strings(2);
    // They are written after the class's name, so the default class is named, too.
    element.operator_class = reader.names().operator_class(row.oid(3)).name;
  }
}

const ObjectId* holder_of(const pg::Row& row, const Reader& reader) {
  using enum ConstraintColumn::Index;
  if (row.oid(relation) != 0) return reader.find({CatalogOid::pg_class, row.oid(relation)});
  return reader.find({CatalogOid::pg_type, row.oid(domain)});
}

}  // namespace

void ask_for(KindTag<Constraint>, QueryList& queries) {
  queries.add(constraint_query(queries.server_version()), Lane::second);
  queries.add(kTriggers, Lane::second);
  queries.add_if_any("pg_constraint where contype = 'x' and oid >= 16384", kOperatorClassParameters,
                     Lane::second);
}

void decode(KindTag<Constraint>, const SlotRows& rows, Reader& reader) {
  using enum ConstraintColumn::Index;
  for (const pg::Row row : rows[0]) {
    const ObjectId* holder = holder_of(row, reader);
    if (holder == nullptr) continue;
    reader.put({CatalogOid::pg_constraint, row.oid(oid)},
               part_of(*holder, ObjectKind::constraint, Identifier(row.string(name))),
               constraint_of(row, reader));
  }
  read_triggers(rows[1], reader);
  read_operator_class_parameters(rows[2], reader);
}

}  // namespace pgplumb::introspect
