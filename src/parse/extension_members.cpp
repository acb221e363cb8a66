#include "parse/extension_members.hpp"

#include <algorithm>
#include <map>

#include "sql/lookup.hpp"
#include "sql/types.hpp"

namespace pgplumb::parse {
namespace {

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
  for (const ExtensionMember& member : members) {
    if (!member.name.space.empty()) ++counts[member.name.space];
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? Identifier() : most->first;
}

// Looks for names that neither the model nor pg_catalog has.
class ForeignNames : public ReferenceVisitor {
 public:
  explicit ForeignNames(const Catalog& catalog) : catalog_(catalog) {}

  [[nodiscard]] bool found() const { return found_; }

  void type(const TypeRef& type) {
    if (!type.empty()) note(type.name, catalog_.find_type(type.name).has_value());
  }
  void routine(const QualifiedName& name) { note(name, !catalog_.find_routines(name).empty()); }
  void function(const QualifiedName& name, const std::vector<TypeRef>&) { routine(name); }
  void operator_class(const QualifiedName& name, const Identifier& method) {
    note(name, catalog_.contains(method_object_id(ObjectKind::operator_class, name, method)));
  }
  void operator_(const QualifiedName& name, const TypeRef&, const TypeRef&) {
    note(name, !catalog_.find_named(ObjectKind::operator_, name).empty());
  }
  void foreign_data_wrapper(const Identifier& name) {
    note({}, catalog_.contains(object_id(ObjectKind::foreign_data_wrapper, name)));
  }
  void expression(const Expression& expression, const ExpressionContext&) {
    found_ = found_ || (!expression.empty() && !expression.closed);
  }

 private:
  void note(const QualifiedName& name, bool known) {
    found_ = found_ || (!known && name.space.text() != "pg_catalog");
  }

  const Catalog& catalog_;
  bool found_ = false;
};

}  // namespace

bool is_built_in(const std::string& name, ExtensionMember::Kind kind) {
  switch (kind) {
    case ExtensionMember::Kind::relation: return sql::is_builtin_relation(name);
    case ExtensionMember::Kind::routine: return sql::is_builtin_routine(name);
    default: return false;
  }
}

bool may_use_extension(const std::string& extension, const Catalog& catalog) {
  if (extension == "plpgsql" || catalog.extension_contents.contains(extension)) return false;
  ForeignNames names(catalog);
  for (const auto& [id, object] : catalog.objects()) visit_references(id, object, names);
  return names.found();
}

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

bool is_plain_member(const std::string& name, const Catalog& catalog) {
  return catalog.contains(object_id(ObjectKind::extension, Identifier(name))) ||
         may_be_member({name}, ExtensionMember::Kind::other, catalog, {""});
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
