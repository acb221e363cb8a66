#include "introspect/names.hpp"

#include <algorithm>
#include <optional>

#include "introspect/type_modifiers.hpp"

namespace pgplumb::introspect {
namespace {

constexpr Oid kTextType = 25;

constexpr const char* kNamespaces = "select oid, nspname from pg_namespace";

constexpr const char* kClasses = R"sql(
select c.oid, c.relname, c.relnamespace, c.relkind, i.indrelid
from pg_class c left join pg_index i on i.indexrelid = c.oid
where c.oid >= 16384 and c.relkind <> 't' and c.relpersistence <> 't'
  and c.relnamespace <> 'pg_toast'::regnamespace
)sql";

// typarray tells true arrays from int2vector and its like.
constexpr const char* kTypes = R"sql(
select oid, typname, typnamespace, typarray, typcollation, typbasetype, typstorage, typcategory
from pg_type
)sql";

constexpr const char* kRoles = "select oid, rolname from pg_roles";

constexpr const char* kOperatorClasses = R"sql(
select oid, opcname, opcnamespace, opcmethod, opcintype, opcdefault from pg_opclass
)sql";

constexpr const char* kCollations = "select oid, collname, collnamespace from pg_collation";
constexpr const char* kAccessMethods = "select oid, amname from pg_am";
constexpr const char* kTablespaces = "select oid, spcname from pg_tablespace";

constexpr const char* kMembers = R"sql(
select classid, objid from pg_depend
where refclassid = 'pg_extension'::regclass and deptype = 'e'
)sql";

constexpr const char* kInheritance = R"sql(
select inhrelid, inhparent from pg_inherits order by inhrelid, inhseqno
)sql";

enum NamesQuery : std::size_t {
  spaces,
  roles,
  members,
  classes,
  types,
  operator_classes,
  collations,
  access_methods,
  tablespaces,
  inheritance,
};

bool is_system_space(std::string_view name) {
  return name == "pg_catalog" || name == "information_schema" || name == "pg_toast" ||
         name.starts_with("pg_temp_") || name.starts_with("pg_toast_temp_");
}

std::optional<ObjectKind> kind_of_relkind(char relkind) {
  switch (relkind) {
    case 'r':
    case 'p':
    case 'f': return ObjectKind::relation;
    case 'v': return ObjectKind::view;
    case 'm': return ObjectKind::materialized_view;
    case 'S': return ObjectKind::sequence;
    case 'i':
    case 'I': return ObjectKind::index;
    case 'c': return ObjectKind::composite_type;
    default: return std::nullopt;
  }
}

std::uint64_t pair_key(Oid access_method, Oid type) {
  return static_cast<std::uint64_t>(access_method) << 32U | type;
}

// The entry of `oid`, or an empty one.
template <typename Map>
const typename Map::mapped_type& entry(const Map& map, Oid oid) {
  static const typename Map::mapped_type none{};
  const auto found = map.find(oid);
  return found == map.end() ? none : found->second;
}

template <typename Map>
void learn_identifiers(const pg::Rows& rows, Map& map) {
  map.reserve(rows.size());
  for (const pg::Row row : rows) {
    map.emplace(row.oid(0), typename Map::mapped_type(row.string(1)));
  }
}

}  // namespace

void Names::ask(QueryList& queries) {
  queries.start(kNamesSlot);
  queries.add(kNamespaces, Lane::early);
  queries.add(kRoles, Lane::early);
  queries.add(kMembers, Lane::early);
  queries.add(kClasses, Lane::early);
  queries.add(kTypes, Lane::early);
  queries.add(kOperatorClasses, Lane::early);
  queries.add(kCollations, Lane::early);
  queries.add(kAccessMethods, Lane::early);
  queries.add(kTablespaces, Lane::early);
  queries.add(kInheritance, Lane::early);
}

Names::Names(const SlotRows& rows, const IgnoredNames& ignored) {
  learn_spaces(rows[spaces]);
  learn_identifiers(rows[roles], roles_);
  learn_members(rows[members]);
  learn_classes(rows[classes], ignored);
  learn_types(rows[types]);
  learn_operator_classes(rows[operator_classes]);
  for (const pg::Row row : rows[collations]) {
    collations_.emplace(row.oid(0), QualifiedName{space(row.oid(2)), Identifier(row.string(1))});
  }
  learn_identifiers(rows[access_methods], access_methods_);
  learn_identifiers(rows[tablespaces], tablespaces_);
  learn_inheritance(rows[inheritance]);
}

void Names::learn_spaces(const pg::Rows& rows) {
  learn_identifiers(rows, spaces_);
  for (const auto& [oid, name] : spaces_) {
    if (!is_system_space(name.text())) user_spaces_.insert(oid);
  }
}

void Names::learn_members(const pg::Rows& rows) {
  for (const pg::Row row : rows) {
    extension_members_.insert({static_cast<CatalogOid>(row.oid(0)), row.oid(1)});
  }
}

void Names::learn_classes(const pg::Rows& rows, const IgnoredNames& ignored) {
  classes_.reserve(rows.size());
  for (const pg::Row row : rows) {
    ClassEntry entry;
    entry.name = {space(row.oid(2)), Identifier(row.string(1))};
    entry.relkind = row.character(3);
    entry.indexed_relation = row.oid(4);
    entry.in_model = user_space(row.oid(2)) && kind_of_relkind(entry.relkind) &&
                     !is_extension_member({CatalogOid::pg_class, row.oid(0)}) &&
                     std::find(ignored.begin(), ignored.end(), entry.name) == ignored.end();
    classes_.emplace(row.oid(0), std::move(entry));
  }
  for (auto& [oid, entry] : classes_) {
    if (entry.indexed_relation == 0) continue;
    entry.in_model = entry.in_model && in_model(entry.indexed_relation);
  }
}

void Names::learn_types(const pg::Rows& rows) {
  types_.reserve(rows.size());
  for (const pg::Row row : rows) {
    TypeEntry entry;
    entry.name = {space(row.oid(2)), Identifier(row.string(1))};
    entry.collation = row.oid(4);
    entry.base = row.oid(5);
    entry.storage = row.character(6);
    entry.category = row.character(7);
    types_.emplace(row.oid(0), std::move(entry));
  }
  for (const pg::Row row : rows) {
    const auto array = types_.find(row.oid(3));
    if (array != types_.end()) array->second.element = row.oid(0);
  }
}

void Names::learn_operator_classes(const pg::Rows& rows) {
  for (const pg::Row row : rows) {
    OperatorClassEntry entry;
    entry.name = {space(row.oid(2)), Identifier(row.string(1))};
    entry.access_method = row.oid(3);
    entry.input_type = row.oid(4);
    entry.is_default = row.boolean(5);
    if (entry.is_default) {
      default_operator_classes_.emplace(pair_key(entry.access_method, entry.input_type),
                                        row.oid(0));
    }
    operator_classes_.emplace(row.oid(0), std::move(entry));
  }
}

void Names::learn_inheritance(const pg::Rows& rows) {
  for (const pg::Row row : rows) parents_[row.oid(0)].push_back(row.oid(1));
}

void Names::learn_attributes(const pg::Rows& rows) {
  for (const pg::Row row : rows) {
    std::vector<AttributeEntry>& attributes = attributes_[row.oid(0)];
    const auto index = static_cast<std::size_t>(row.integer(1) - 1);
    if (attributes.size() <= index) attributes.resize(index + 1);
    attributes[index] = {Identifier(row.string(2)), row.oid(3), row.oid(4)};
  }
}

const Identifier& Names::space(Oid oid) const { return entry(spaces_, oid); }
const std::string& Names::role(Oid oid) const { return entry(roles_, oid); }
const QualifiedName& Names::collation(Oid oid) const { return entry(collations_, oid); }
const Identifier& Names::access_method(Oid oid) const { return entry(access_methods_, oid); }
const Identifier& Names::tablespace(Oid oid) const { return entry(tablespaces_, oid); }
const ClassEntry& Names::relation(Oid oid) const { return entry(classes_, oid); }
const TypeEntry& Names::type_entry(Oid oid) const { return entry(types_, oid); }
const std::vector<Oid>& Names::parents(Oid relation_oid) const {
  return entry(parents_, relation_oid);
}
const OperatorClassEntry& Names::operator_class(Oid oid) const {
  return entry(operator_classes_, oid);
}

ObjectId Names::relation_id(Oid oid) const {
  const ClassEntry& found = relation(oid);
  const std::optional<ObjectKind> kind = kind_of_relkind(found.relkind);
  return object_id(kind.value_or(ObjectKind::relation), found.name);
}

TypeRef Names::type(Oid oid, std::int64_t typmod, std::string_view formatted) const {
  const TypeEntry& found = type_entry(oid);
  const bool array = found.element != 0;
  const QualifiedName& name = array ? type_entry(found.element).name : found.name;
  TypeRef type;
  type.name = name;
  type.array = array;
  if (typmod < 0) return type;
  type.modifiers = formatted.empty() ? builtin_type_modifiers(name.name.text(), typmod)
                                     : formatted_type_modifiers(formatted);
  return type;
}

// As GetDefaultOpClass chooses: the class of exactly that type, else one of a type that the value
// can be taken for without conversion. Only strings have several such; text is preferred there.
bool Names::is_default_operator_class(Oid oid, Oid type) const {
  const OperatorClassEntry& used = operator_class(oid);
  if (!used.is_default) return false;
  for (Oid base = type_entry(type).base; base != 0; base = type_entry(type).base) type = base;
  const auto exact = default_operator_classes_.find(pair_key(used.access_method, type));
  if (exact != default_operator_classes_.end()) return exact->second == oid;
  if (type_entry(type).category != 'S') return true;
  const auto text = default_operator_classes_.find(pair_key(used.access_method, kTextType));
  return text == default_operator_classes_.end() || text->second == oid;
}

const AttributeEntry& Names::attribute(Oid relation_oid, std::int64_t attnum) const {
  static const AttributeEntry none{};
  const auto found = attributes_.find(relation_oid);
  if (found == attributes_.end() || attnum < 1) return none;
  const auto index = static_cast<std::size_t>(attnum - 1);
  return index < found->second.size() ? found->second[index] : none;
}

std::vector<Identifier> Names::attributes(Oid relation_oid,
                                          const std::vector<std::int64_t>& attnums) const {
  std::vector<Identifier> names;
  names.reserve(attnums.size());
  for (const std::int64_t attnum : attnums) names.push_back(attribute(relation_oid, attnum).name);
  return names;
}

int Names::position(Oid relation_oid, std::int64_t attnum) const {
  int position = 0;
  for (std::int64_t i = 1; i <= attnum; ++i) {
    position += attribute(relation_oid, i).name.empty() ? 0 : 1;
  }
  return position;
}

}  // namespace pgplumb::introspect
