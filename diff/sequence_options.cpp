#include "diff/sequence_options.hpp"

#include <cstdint>
#include <limits>

#include "base/assert.hpp"
#include "schema/quote.hpp"

namespace pgplumb::diff {
namespace {

template <typename Integer>
SequenceRange range_of(bool descending) {
  if (descending) return {std::numeric_limits<Integer>::min(), -1};
  return {1, std::numeric_limits<Integer>::max()};
}

}  // namespace

SequenceRange default_range(const Sequence& sequence) {
  const bool descending = sequence.increment < 0;
  const std::string& type = sequence.type.name.name.text();
  if (type == "int2") return range_of<std::int16_t>(descending);
  if (type == "int4") return range_of<std::int32_t>(descending);
  return range_of<std::int64_t>(descending);
}

void write_sequence_options(SqlWriter& sql, const Sequence& sequence) {
  const SequenceRange range = default_range(sequence);
  const std::int64_t first = sequence.increment < 0 ? sequence.maximum : sequence.minimum;
  if (sequence.increment != 1) sql.keyword("INCREMENT BY").number(sequence.increment);
  if (sequence.minimum != range.minimum) sql.keyword("MINVALUE").number(sequence.minimum);
  if (sequence.maximum != range.maximum) sql.keyword("MAXVALUE").number(sequence.maximum);
  if (sequence.start != first) sql.keyword("START WITH").number(sequence.start);
  if (sequence.cache != 1) sql.keyword("CACHE").number(sequence.cache);
  sql.keyword_if(sequence.cycle, "CYCLE");
}

std::optional<ObjectId> identity_sequence(const Catalog& catalog, const ObjectId& column) {
  ObjectId first;
  first.kind = ObjectKind::sequence;
  first.space = column.space;
  const auto& objects = catalog.objects();
  for (auto it = objects.lower_bound(first); it != objects.end(); ++it) {
    if (it->first.kind != first.kind || it->first.space != first.space) break;
    const auto& sequence = std::get<Sequence>(it->second);
    if (sequence.identity && sequence.owner_relation == column.qualified_name() &&
        sequence.owner_attribute.text() == column.member) {
      return it->first;
    }
  }
  return std::nullopt;
}

ObjectId owner_column(const Sequence& sequence) {
  return part_of(object_id(ObjectKind::relation, sequence.owner_relation), ObjectKind::attribute,
                 sequence.owner_attribute);
}

bool has_type_of_column(const Sequence& sequence, const Catalog& catalog) {
  const auto* column = catalog.get<Attribute>(owner_column(sequence));
  return column == nullptr || compare_any(column->type, sequence.type) != Verdict::different;
}

namespace {

// A sequence may belong to a column of any type.
bool counts_in(const TypeRef& type, const Catalog& catalog) {
  if (type.array) return false;
  const auto id = catalog.find_type(type.name);
  const auto* domain = id ? catalog.get<Domain>(*id) : nullptr;
  if (domain != nullptr) return counts_in(domain->type, catalog);
  const std::string& name = type.name.name.text();
  return type.name.space.text() == "pg_catalog" &&
         (name == "int2" || name == "int4" || name == "int8" || name == "numeric");
}

}  // namespace

Actions continue_sequence(const ObjectId& id, const Scope& scope) {
  const auto* sequence = scope.desired.get<Sequence>(id);
  PGPLUMB_ASSERT(sequence != nullptr);
  const auto* column = scope.desired.get<Attribute>(owner_column(*sequence));
  const bool counts = column == nullptr || counts_in(column->type, scope.desired);
  if (sequence->increment < 0 || !counts) return {};
  SqlWriter sql("SELECT pg_catalog.setval");
  sql.call().literal(quote_qualified(id.qualified_name())).comma().keyword("GREATEST").call();
  sql.keyword("max").call().name(sequence->owner_attribute).close();
  const bool integer = column == nullptr || column->type.name.name.text() != "numeric";
  if (!integer) sql.cast(builtin_type("int8"));
  sql.keyword("+ 1").comma();
  sql.number(sequence->start).close().comma().keyword("false").close();
  Action action = Action::changing(id);
  action.statement(sql.keyword("FROM").name(sequence->owner_relation));
  action.need(id).need(owner_column(*sequence));
  action.scans = true;
  return action;
}

namespace {

std::string stated_owner(const Catalog& catalog, const ObjectId& id) {
  const auto* owner = catalog.get<Owner>(about(ObjectKind::owner, id));
  return owner == nullptr ? std::string() : owner->role;
}

}  // namespace

bool gets_owner_from_table(const ObjectId& id, const Scope& scope) {
  const auto* sequence = scope.desired.get<Sequence>(id);
  if (sequence == nullptr || sequence->owner_relation.empty()) return false;
  const ObjectId table = object_id(ObjectKind::relation, sequence->owner_relation);
  if (sequence->identity || scope.is_new(table)) return true;
  const std::string before = stated_owner(scope.current, table);
  return before != stated_owner(scope.desired, table) && before == stated_owner(scope.current, id);
}

}  // namespace pgplumb::diff
