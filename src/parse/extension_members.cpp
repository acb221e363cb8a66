#include "parse/extension_members.hpp"

#include <algorithm>
#include <map>

#include "sql/lookup.hpp"
#include "sql/types.hpp"

namespace pgplumb::parse {
namespace {

bool is_built_in(const std::string& name, ExtensionMember::Kind kind) {
  switch (kind) {
    case ExtensionMember::Kind::relation: return sql::is_builtin_relation(name);
    case ExtensionMember::Kind::routine: return sql::is_builtin_routine(name);
    default: return false;
  }
}

const ExtensionMember* member_named(const QualifiedName& name, ExtensionMember::Kind kind,
                                    const Catalog& catalog) {
  for (const auto& [extension, members] : catalog.extension_contents) {
    if (!catalog.contains(object_id(ObjectKind::extension, Identifier(extension)))) continue;
    for (const ExtensionMember& member : members) {
      if (member.kind == kind && member.name == name) return &member;
    }
  }
  return nullptr;
}

// The namespace that most members stand in: the one the extension was installed in.
Identifier home_of(const std::vector<ExtensionMember>& members) {
  std::map<Identifier, int> counts;
  for (const ExtensionMember& member : members) ++counts[member.name.space];
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? Identifier() : most->first;
}

}  // namespace

std::optional<QualifiedName> find_extension_member(const std::vector<std::string>& names,
                                                   ExtensionMember::Kind kind,
                                                   const Catalog& catalog, const SearchPath& path) {
  if (names.empty()) return std::nullopt;
  SearchPath spaces = path;
  if (names.size() > 1) spaces = {names[names.size() - 2]};
  for (const std::string& space : spaces) {
    if (const auto* member = member_named(qualified(space, names.back()), kind, catalog)) {
      return member->name;
    }
  }
  return std::nullopt;
}

bool may_be_outside(const std::vector<std::string>& names, ExtensionMember::Kind kind,
                    const Catalog& catalog, const SearchPath& path) {
  if (names.size() == 1 && is_built_in(names.back(), kind)) return true;
  return may_be_member(names, kind, catalog, path);
}

bool may_be_member(const std::vector<std::string>& names, ExtensionMember::Kind kind,
                   const Catalog& catalog, const SearchPath& path) {
  if (names.size() > 1 && names[names.size() - 2] == "pg_catalog") return true;
  return sql::has_unknown_contents(catalog) ||
         find_extension_member(names, kind, catalog, path).has_value();
}

void add_extension_members(const std::string& extension, const Identifier& space,
                           const ExtensionContents& contents, Catalog& catalog) {
  const auto known = contents.find(extension);
  if (known == contents.end()) return;
  std::vector<ExtensionMember> members = known->second;
  const Identifier home = home_of(members);
  const auto move = [&](QualifiedName& name) {
    if (!space.empty() && name.space == home && home.text() != "pg_catalog") name.space = space;
  };
  for (ExtensionMember& member : members) {
    move(member.name);
    move(member.result.name);
    for (TypeRef& type : member.arguments) move(type.name);
  }
  catalog.extension_contents[extension] = std::move(members);
}

}  // namespace pgplumb::parse
