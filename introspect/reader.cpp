#include "introspect/reader.hpp"

#include <algorithm>

namespace pgplumb::introspect {

Reader::Reader(const Names& names, int server_version) : names_(names) {
  catalog_.server_version = server_version;
}

void Reader::put(Address address, const ObjectId& id, Object object, Oid owner) {
  catalog_.put(id, std::move(object));
  addresses_.emplace(address, id);
  if (owner != 0) owners_.emplace_back(id, owner);
}

void Reader::unmanaged(std::string what) { catalog_.unmanaged.push_back({std::move(what), {}}); }

const ObjectId* Reader::find(Address address) const {
  const auto found = addresses_.find(address);
  return found == addresses_.end() ? nullptr : &found->second;
}

std::optional<ObjectId> Reader::find_attribute(Oid relation_oid, std::string_view name) const {
  const ObjectId* relation = find({CatalogOid::pg_class, relation_oid});
  if (relation == nullptr || name.empty()) return std::nullopt;
  return part_of(*relation, ObjectKind::attribute, Identifier(std::string(name)));
}

QualifiedName Reader::name_at(const pg::Row& row, std::size_t space, std::size_t name) const {
  if (row.is_null(name)) return {};
  return {names_.space(row.oid(space)), Identifier(row.string(name))};
}

Expression Reader::expression(std::string_view text) {
  Expression expression;
  expression.text = text;
  expression.from_server = true;
  return expression;
}

std::vector<std::string> sorted_options(const pg::Row& row, std::size_t column) {
  std::vector<std::string> options = row.strings(column);
  std::sort(options.begin(), options.end());
  return options;
}

}  // namespace pgplumb::introspect
