#include "parse/written_names.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "parse/extension_members.hpp"
#include "parse/operator_family.hpp"
#include "sql/lookup.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

constexpr std::size_t kNameDataLength = 64;  // NAMEDATALEN

constexpr std::array<std::string_view, 126> kOperatorClasses = {
#include "parse/builtin_operator_classes.inc"
};

bool is_builtin_operator_class(const std::string& name) {
  return std::binary_search(kOperatorClasses.begin(), kOperatorClasses.end(), name);
}

QualifiedName of_list(const std::vector<std::string>& parts) {
  return qualified(parts[parts.size() - 2], parts.back());
}

std::optional<QualifiedName> extension_member(const Replay& replay, ExtensionMember::Kind kind,
                                              const std::string& name) {
  for (const auto& [extension, members] : replay.catalog().extension_contents) {
    if (!replay.catalog().contains(object_id(ObjectKind::extension, Identifier(extension)))) {
      continue;
    }
    for (const ExtensionMember& member : members) {
      if (member.kind == kind && member.name.name.text() == name) return member.name;
    }
  }
  return std::nullopt;
}

bool is_of(const QualifiedName& type, const TypeRef& left, const TypeRef& right) {
  return left.name == type && !left.array && right.name == type && !right.array;
}

// Whether there is one for two operands of the type.
bool has_operator(const QualifiedName& name, const QualifiedName& type, const Catalog& catalog) {
  for (const ObjectId& id : catalog.find_named(ObjectKind::operator_, name)) {
    const auto* own = catalog.get<Operator>(id);
    if (is_of(type, own->left, own->right)) return true;
  }
  for (const auto& [extension, members] : catalog.extension_contents) {
    if (!catalog.contains(object_id(ObjectKind::extension, Identifier(extension)))) continue;
    for (const ExtensionMember& member : members) {
      if (member.kind != ExtensionMember::Kind::operator_ || member.name != name) continue;
      if (member.arguments.size() == 2 && is_of(type, member.arguments[0], member.arguments[1])) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

std::string extension_namespace(const Replay& replay) {
  const SearchPath& path = replay.search_path();
  const ObjectId first{ObjectKind::extension, {}, {}, {}, {}, {}, {}};
  const Catalog::Objects& objects = replay.catalog().objects();
  for (auto it = objects.lower_bound(first); it != objects.end(); ++it) {
    if (it->first.kind != ObjectKind::extension) break;
    const std::string& space = std::get<Extension>(it->second).space.text();
    if (std::find(path.begin(), path.end(), space) != path.end()) return space;
  }
  return path.empty() ? "public" : path.front();
}

std::string written(const ::RangeVar& name) {
  const std::string space = sql::text_of(name.schemaname);
  return space.empty() ? sql::text_of(name.relname) : space + "." + sql::text_of(name.relname);
}

Identifier unless(const char* name, const char* standard) {
  const std::string text = sql::text_of(name);
  return text == standard ? Identifier() : Identifier(text);
}

std::string written(const ::List* names) {
  std::string text;
  for (const std::string& part : sql::strings_of(names)) {
    if (!text.empty()) text += '.';
    text += part;
  }
  return text;
}

QualifiedName collation_name(const ::List* names, const Replay& replay) {
  return sql::resolve_collation(sql::strings_of(names), replay.catalog(), replay.search_path());
}

QualifiedName operator_class_name(const ::List* names, const Identifier& access_method,
                                  const Replay& replay) {
  const std::vector<std::string> parts = sql::strings_of(names);
  if (parts.empty()) return {};
  if (parts.size() > 1) return of_list(parts);
  if (is_builtin_operator_class(parts[0])) return qualified("pg_catalog", parts[0]);
  const auto own =
      find_of_method(ObjectKind::operator_class, names, access_method.text().c_str(), replay);
  if (own) return own->qualified_name();
  const auto member = extension_member(replay, ExtensionMember::Kind::operator_class, parts[0]);
  return member ? *member : qualified(extension_namespace(replay), parts[0]);
}

QualifiedName routine_name(const ::List* names, const Replay& replay) {
  const auto parts = sql::strings_of(names);
  if (parts.empty()) return {};
  const auto found = replay.find_routines(names);
  if (!found.empty()) return found.front().qualified_name();
  constexpr auto kRoutine = ExtensionMember::Kind::routine;
  const auto member =
      find_extension_member(parts, kRoutine, replay.catalog(), replay.search_path());
  if (member) return *member;
  return qualified(parts.size() > 1 ? parts[parts.size() - 2] : "pg_catalog", parts.back());
}

QualifiedName operator_name(const ::List* names, const Replay& replay) {
  const std::vector<std::string> parts = sql::strings_of(names);
  if (parts.empty()) return {};
  if (parts.size() > 1) return of_list(parts);
  // Extensions and users add overloads of pg_catalog's names for their own types; the built-in one
  // wins here because it comes first in every search path.
  if (!sql::is_builtin_operator(parts[0])) {
    for (const std::string& space : replay.search_path()) {
      QualifiedName name = qualified(space, parts[0]);
      if (!replay.catalog().find_named(ObjectKind::operator_, name).empty()) return name;
    }
  }
  return qualified("pg_catalog", parts[0]);
}

QualifiedName operator_name(const ::List* names, const TypeRef& type, const Replay& replay) {
  const std::vector<std::string> parts = sql::strings_of(names);
  const bool may_have_own =
      parts.size() == 1 && type.resolved() && !type.array && type.name.space.text() != "pg_catalog";
  if (may_have_own) {
    for (const std::string& space : replay.search_path()) {
      QualifiedName name = qualified(space, parts[0]);
      if (has_operator(name, type.name, replay.catalog())) return name;
    }
  }
  return operator_name(names, replay);
}

std::string joined_for_name(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) {
    if (!joined.empty()) joined += '_';
    joined += name;
    if (joined.size() >= kNameDataLength) break;
  }
  return joined;
}

}  // namespace pgplumb::parse
