#include <algorithm>

#include "introspect/kind_stages.hpp"
#include "introspect/server_text.hpp"

namespace pgplumb::introspect {
namespace {

constexpr const char* kRelationQuery = R"sql(
select c.oid, c.relkind, c.relowner, c.relpersistence, c.reloftype, c.relrowsecurity,
       c.relforcerowsecurity,
       case c.relkind when 'f' then 'd' else c.relreplident end, ri.indexrelid, c.relam, c.reltablespace,
       c.reloptions, t.reloptions, c.relispartition, pg_get_expr(c.relpartbound, c.oid),
       p.partstrat, p.partattrs, p.partclass, p.partcollation,
       pg_get_expr(p.partexprs, p.partrelid), s.srvname, f.ftoptions
from pg_class c
left join pg_class t on t.oid = c.reltoastrelid
left join pg_partitioned_table p on p.partrelid = c.oid
left join pg_foreign_table f on f.ftrelid = c.oid
left join pg_foreign_server s on s.oid = f.ftserver
left join pg_index ri on c.relreplident = 'i' and ri.indrelid = c.oid and ri.indisreplident
where c.oid >= 16384 and c.relkind in ('r', 'p', 'f') and c.relpersistence <> 't'
)sql";

struct RelationColumn {
  enum Index : std::size_t {
    oid,
    relkind,
    owner,
    persistence,
    of_type,
    row_security,
    forced,
    replica_identity,
    replica_index,
    access_method,
    tablespace,
    options,
    toast_options,
    is_partition,
    bound,
    strategy,
    key_attnums,
    key_classes,
    key_collations,
    key_expressions,
    server,
    foreign_options,
  };
};

ReplicaIdentity replica_identity_of(char letter) {
  switch (letter) {
    case 'f': return ReplicaIdentity::full;
    case 'n': return ReplicaIdentity::nothing;
    case 'i': return ReplicaIdentity::index;
    default: return ReplicaIdentity::default_;
  }
}

Identifier strategy_of(char letter) {
  switch (letter) {
    case 'l': return Identifier("list");
    case 'r': return Identifier("range");
    case 'h': return Identifier("hash");
    default: return {};
  }
}

// The operator classes of range and list keys are btree's, of hash keys hash's.
std::vector<PartitionKeyElement> partition_key_of(const pg::Row& row, const Names& names) {
  using enum RelationColumn::Index;
  const Oid relation = row.oid(oid);
  const std::vector<std::int64_t> attnums = row.integers(key_attnums);
  const std::vector<Oid> classes = row.oids(key_classes);
  const std::vector<Oid> collations = row.oids(key_collations);
  const std::vector<std::string> expressions = split_list(row.text(key_expressions));
  std::vector<PartitionKeyElement> key(attnums.size());
  std::size_t next_expression = 0;
  for (std::size_t at = 0; at < attnums.size(); ++at) {
    const AttributeEntry& attribute = names.attribute(relation, attnums[at]);
    bool default_class = names.operator_class(classes[at]).is_default;
    Oid own_collation = kDefaultCollation;
    if (attnums[at] != 0) {
      key[at].attribute = attribute.name;
      own_collation = attribute.collation;
      default_class = names.is_default_operator_class(classes[at], attribute.type);
    } else if (next_expression < expressions.size()) {
      key[at].expression = Reader::expression(expressions[next_expression++]);
    }
    if (!default_class) key[at].operator_class = names.operator_class(classes[at]).name;
    if (collations[at] != 0 && collations[at] != own_collation) {
      key[at].collation = names.collation(collations[at]);
    }
  }
  return key;
}

void read_parents(const pg::Row& row, const Names& names, Relation& relation) {
  using enum RelationColumn::Index;
  const std::vector<Oid>& parents = names.parents(row.oid(oid));
  if (row.boolean(is_partition) && !parents.empty()) {
    relation.partition_of = names.relation(parents.front()).name;
    relation.partition_bound = Reader::expression(row.text(bound));
    return;
  }
  for (const Oid parent : parents) relation.inherits.push_back(names.relation(parent).name);
}

void read_row_security(const pg::Row& row, Relation& relation) {
  using enum RelationColumn::Index;
  const bool enabled = row.boolean(row_security);
  const bool force = row.boolean(forced);
  if (enabled) relation.row_security = force ? RowSecurity::forced : RowSecurity::enabled;
  relation.row_security_forced_only = force && !enabled;
}

std::vector<std::string> storage_options(const pg::Row& row) {
  using enum RelationColumn::Index;
  std::vector<std::string> all = row.strings(options);
  for (const std::string& option : row.strings(toast_options)) all.push_back("toast." + option);
  std::sort(all.begin(), all.end());
  return all;
}

Relation relation_of(const pg::Row& row, const Names& names) {
  using enum RelationColumn::Index;
  Relation relation;
  if (row.character(relkind) == 'p') relation.relation_kind = RelationKind::partitioned;
  if (row.character(relkind) == 'f') relation.relation_kind = RelationKind::foreign;
  if (row.character(persistence) == 'u') relation.persistence = Persistence::unlogged;
  if (row.oid(of_type) != 0) relation.of_type = names.type(row.oid(of_type)).name;
  read_parents(row, names, relation);
  if (!row.is_null(strategy)) {
    relation.partition_strategy = strategy_of(row.character(strategy));
    relation.partition_key = partition_key_of(row, names);
  }
  read_row_security(row, relation);
  relation.replica_identity = replica_identity_of(row.character(replica_identity));
  if (row.oid(replica_index) != 0) {
    relation.replica_identity_index = names.relation(row.oid(replica_index)).name;
  }
  const Identifier& method = names.access_method(row.oid(access_method));
  if (method.text() != "heap") relation.access_method = method;
  relation.tablespace = names.tablespace(row.oid(tablespace));
  relation.options = storage_options(row);
  relation.server = Identifier(row.string(server));
  relation.foreign_options = foreign_options_of(row, foreign_options);
  return relation;
}

}  // namespace

void ask_for(KindTag<Relation>, QueryList& queries) { queries.add(kRelationQuery, Lane::second); }

void decode(KindTag<Relation>, const SlotRows& rows, Reader& reader) {
  using enum RelationColumn::Index;
  const Names& names = reader.names();
  for (const pg::Row row : rows[0]) {
    if (!names.in_model(row.oid(oid))) continue;
    reader.put({CatalogOid::pg_class, row.oid(oid)}, names.relation_id(row.oid(oid)),
               relation_of(row, names), row.oid(owner));
  }
}

}  // namespace pgplumb::introspect
