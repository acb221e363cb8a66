#include "sql/types.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

#include "sql/fragment.hpp"
#include "sql/lookup.hpp"
#include "sql/tree.hpp"
#include "sql/type_modifiers.hpp"

namespace pgplumb::sql {
namespace {

constexpr std::string_view kBuiltinTypes[] = {
#include "sql/builtin_types.inc"
};
static_assert(std::is_sorted(std::begin(kBuiltinTypes), std::end(kBuiltinTypes)));

constexpr const char* kCatalog = "pg_catalog";

bool extension_has_type(const Catalog& catalog, const QualifiedName& name) {
  for (const auto& [extension, members] : catalog.extension_contents) {
    for (const ExtensionMember& member : members) {
      const bool type = member.kind == ExtensionMember::Kind::type ||
                        member.kind == ExtensionMember::Kind::relation;
      if (type && member.name == name) return true;
    }
  }
  return false;
}

bool has_type(const Catalog& catalog, const QualifiedName& name) {
  if (name.space.text() == kCatalog) {
    return is_builtin_type(name.name.text()) || is_builtin_relation(name.name.text());
  }
  return catalog.find_type(name).has_value() || extension_has_type(catalog, name);
}

// An element of the type, or `name` is the catalog's name of an array type ("_int4").
struct Found {
  QualifiedName name;
  bool array = false;
};

std::optional<Found> find_in(const Catalog& catalog, const std::string& space,
                             const std::string& name) {
  const QualifiedName whole = qualified(space, name);
  if (has_type(catalog, whole)) return Found{whole, false};
  if (!name.starts_with('_')) return std::nullopt;
  const QualifiedName element = qualified(space, name.substr(1));
  if (has_type(catalog, element)) return Found{element, true};
  return std::nullopt;
}

Found find_unqualified(const Catalog& catalog, const SearchPath& path, const std::string& name) {
  if (auto found = find_in(catalog, kCatalog, name)) return *found;
  for (const std::string& space : path) {
    if (auto found = find_in(catalog, space, name)) return *found;
  }
  return {qualified({}, name), false};
}

// A written namespace is kept where the type may be there although the model does not hold it:
// the name is complete then, and equal to no other.
Found find_qualified(const Catalog& catalog, const std::string& space, const std::string& name) {
  if (auto found = find_in(catalog, space, name)) return *found;
  const bool may_exist =
      space == kCatalog || space == "information_schema" || has_unknown_contents(catalog);
  return {qualified(may_exist ? space : std::string(), name), false};
}

// The last one, two or three strings of a name; a third is the database's name, which says nothing.
Found find_type(const Catalog& catalog, const SearchPath& path,
                const std::vector<std::string>& names) {
  if (names.empty()) return {};
  if (names.size() == 1) return find_unqualified(catalog, path, names.back());
  return find_qualified(catalog, names[names.size() - 2], names.back());
}

std::optional<ObjectId> find_relation(const Catalog& catalog, const SearchPath& path,
                                      const std::vector<std::string>& names) {
  if (names.size() > 1) {
    return catalog.find_class(qualified(names[names.size() - 2], names.back()));
  }
  for (const std::string& space : path) {
    if (auto found = catalog.find_class(qualified(space, names.back()))) return found;
  }
  return std::nullopt;
}

// relation.column%TYPE
TypeRef column_type(const Catalog& catalog, const SearchPath& path,
                    std::vector<std::string> names) {
  if (names.size() < 2) return {};
  const std::string column = names.back();
  names.pop_back();
  const auto relation = find_relation(catalog, path, names);
  const Attribute* attribute = nullptr;
  if (relation) {
    attribute =
        catalog.get<Attribute>(part_of(*relation, ObjectKind::attribute, Identifier(column)));
  }
  if (attribute != nullptr) return attribute->type;
  return {qualified({}, names.back() + "." + column + "%TYPE"), {}, false};
}

}  // namespace

bool has_unknown_contents(const Catalog& catalog) {
  const ObjectId first{ObjectKind::extension, {}, {}, {}, {}, {}, {}};
  for (auto it = catalog.objects().lower_bound(first);
       it != catalog.objects().end() && it->first.kind == ObjectKind::extension; ++it) {
    if (has_unknown_contents(catalog, it->first)) return true;
  }
  return false;
}

bool has_unknown_contents(const Catalog& catalog, const ObjectId& extension) {
  return extension.name != "plpgsql" && !catalog.extension_contents.contains(extension.name);
}

bool is_builtin_type(const std::string& typname) {
  return std::binary_search(std::begin(kBuiltinTypes), std::end(kBuiltinTypes), typname);
}

TypeRef resolve_type(const ::TypeName& type, const Catalog& catalog, const SearchPath& path) {
  const std::vector<std::string> names = strings_of(type.names);
  const bool bounds = !items<Node>(type.arrayBounds).empty();
  if (type.pct_type) {
    TypeRef column = column_type(catalog, path, names);
    column.array = column.array || bounds;
    return column;
  }
  Found found = find_type(catalog, path, names);
  const bool builtin = found.name.space.text() == kCatalog;
  std::string modifiers = modifiers_of(type, builtin ? found.name.name.text() : std::string());
  return {found.name, std::move(modifiers), found.array || bounds};
}

TypeRef parse_type(const std::string& text, const Catalog& catalog, const SearchPath& path) {
  const TypeFragment type(text);
  return type.node() ? resolve_type(*type.node(), catalog, path) : TypeRef{};
}

}  // namespace pgplumb::sql
