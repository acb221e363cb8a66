#include "schema/type_storage.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pgplumb {
namespace {

// Of the types in pg_catalog; those in neither list are stored plain.
constexpr std::array<std::string_view, 3> kMain = {"cidr", "inet", "numeric"};
constexpr std::array<std::string_view, 31> kExtended = {
    "bit",           "bpchar",         "bytea",        "datemultirange",
    "daterange",     "int4multirange", "int4range",    "int8multirange",
    "int8range",     "json",           "jsonb",        "jsonpath",
    "nummultirange", "numrange",       "path",         "pg_dependencies",
    "pg_mcv_list",   "pg_ndistinct",   "pg_node_tree", "pg_snapshot",
    "polygon",       "refcursor",      "text",         "tsmultirange",
    "tsrange",       "tstzmultirange", "tstzrange",    "tsvector",
    "varbit",        "varchar",        "xml"};

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Storage storage_of_builtin(std::string_view name) {
  if (is_in(kMain, name)) return Storage::main;
  return is_in(kExtended, name) ? Storage::extended : Storage::plain;
}

}  // namespace

std::optional<Storage> storage_of_type(const TypeRef& type, const Catalog& catalog) {
  if (type.array) return Storage::extended;
  if (type.name.space.text() == "pg_catalog") return storage_of_builtin(type.name.name.text());
  const auto id = catalog.find_type(type.name);
  if (!id) return std::nullopt;
  if (const auto* domain = catalog.get<Domain>(*id)) return storage_of_type(domain->type, catalog);
  if (const auto* base = catalog.get<BaseType>(*id)) return base->storage;
  if (id->kind == ObjectKind::enum_type) return Storage::plain;
  if (id->kind == ObjectKind::shell_type) return std::nullopt;
  return Storage::extended;  // composite, row and range types
}

}  // namespace pgplumb
