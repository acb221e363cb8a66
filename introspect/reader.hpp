// What the kinds' decoders work with: names, the catalog that grows, and what was met so far.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "introspect/names.hpp"
#include "introspect/oid.hpp"
#include "pg/rows.hpp"
#include "schema/catalog.hpp"

namespace pgplumb::introspect {

class Reader {
 public:
  // `names` must outlive it.
  Reader(const Names& names, int server_version);

  [[nodiscard]] const Names& names() const { return names_; }
  [[nodiscard]] int server_version() const { return catalog_.server_version; }
  [[nodiscard]] Catalog& catalog() { return catalog_; }
  [[nodiscard]] Catalog take_catalog() && { return std::move(catalog_); }

  // A new object that comments and privileges may name by `address`; `owner` 0: not ownable.
  void put(Address address, const ObjectId& id, Object object, Oid owner = 0);
  // Another row that stands for `id`: a composite type has one in pg_type and one in pg_class.
  void also_at(Address address, const ObjectId& id) { addresses_.emplace(address, id); }
  // A new object that nothing refers to by oid.
  void put(const ObjectId& id, Object object) { catalog_.put(id, std::move(object)); }
  void unmanaged(std::string what);

  // The object of the model at that address; null for what is outside the model.
  [[nodiscard]] const ObjectId* find(Address address) const;
  // Column `name` of the relation, view or composite type; nothing when outside the model.
  [[nodiscard]] std::optional<ObjectId> find_attribute(Oid relation_oid,
                                                       std::string_view name) const;
  [[nodiscard]] const std::vector<std::pair<ObjectId, Oid>>& owners() const { return owners_; }

  // A namespace's oid and a name in two columns; empty for NULL.
  [[nodiscard]] QualifiedName name_at(const pg::Row& row, std::size_t space,
                                      std::size_t name) const;

  // Text that the server printed with an empty search path; an empty one for empty text.
  [[nodiscard]] static Expression expression(std::string_view text);

 private:
  const Names& names_;
  Catalog catalog_;
  std::unordered_map<Address, ObjectId, AddressHash> addresses_;
  std::vector<std::pair<ObjectId, Oid>> owners_;
};

// A text[] of "name=value", sorted; empty for NULL.
[[nodiscard]] std::vector<std::string> sorted_options(const pg::Row& row, std::size_t column);

}  // namespace pgplumb::introspect
