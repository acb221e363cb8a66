#include "schema/kinds/default_privilege.hpp"

#include <algorithm>
#include <iterator>

#include "base/assert.hpp"
#include "schema/catalog.hpp"

namespace pgplumb {
namespace {

std::string united(const std::string& some, const std::string& more) {
  std::string both;
  std::ranges::set_union(some, more, std::back_inserter(both));
  return both;
}

// Nothing for objects that start with no privileges of their own.
std::optional<DefaultTarget> target_for(const ObjectId& object) {
  switch (object.kind) {
    case ObjectKind::namespace_: return DefaultTarget::schemas;
    case ObjectKind::sequence: return DefaultTarget::sequences;
    case ObjectKind::routine:
    case ObjectKind::aggregate: return DefaultTarget::functions;
    case ObjectKind::shell_type: return std::nullopt;  // has none before it is defined
    default: break;
  }
  if (object.subject || object.space.empty()) return std::nullopt;
  // Languages and the like have the letters of types, but stand in no namespace.
  if (!public_default_privileges(object.kind).empty()) return DefaultTarget::types;
  const bool relation = !owner_default_privileges(object.kind).empty();
  return relation ? std::optional(DefaultTarget::tables) : std::nullopt;
}

// Calls visit(grantee, fact) for each fact about what `role` makes there.
template <typename Visit>
void for_each_fact(const Catalog& catalog, const std::string& role, const std::string& space,
                   DefaultTarget target, Visit&& visit) {
  const ObjectId first = default_privilege_id(role, space, target, "");
  const auto& objects = catalog.objects();
  for (auto it = objects.lower_bound(first); it != objects.end(); ++it) {
    const ObjectId& id = it->first;
    if (id.kind != first.kind || id.space != first.space || id.name != first.name ||
        id.member != first.member) {
      break;
    }
    visit(id.grantee, std::get<DefaultPrivilege>(it->second));
  }
}

// What a new object of the kind gives without any default privileges.
std::string initial_of(ObjectKind kind, const std::string& grantee, const std::string& role) {
  if (grantee.empty()) return public_default_privileges(kind);
  return grantee == role ? owner_default_privileges(kind) : "";
}

}  // namespace

ObjectId default_privilege_id(const std::string& role, const std::string& space,
                              DefaultTarget target, const std::string& grantee) {
  ObjectId id;
  id.kind = ObjectKind::default_privilege;
  id.space = space;
  id.name = role;
  id.member = name_of(target);
  id.grantee = grantee;
  return id;
}

DefaultTarget default_target_of(const ObjectId& id) {
  DefaultTarget target{};
  PGPLUMB_ASSERT(id.kind == ObjectKind::default_privilege && from_name(id.member, target));
  return target;
}

ObjectKind kind_of_target(DefaultTarget target) {
  switch (target) {
    case DefaultTarget::tables: return ObjectKind::relation;
    case DefaultTarget::sequences: return ObjectKind::sequence;
    case DefaultTarget::functions: return ObjectKind::routine;
    case DefaultTarget::types: return ObjectKind::enum_type;
    case DefaultTarget::schemas: return ObjectKind::namespace_;
  }
  return {};
}

std::string initial_default_privileges(const ObjectId& id) {
  if (!id.space.empty()) return {};
  return initial_of(kind_of_target(default_target_of(id)), id.grantee, id.name);
}

std::map<std::string, Privilege> default_access(const Catalog& catalog, const std::string& role,
                                                const ObjectId& object) {
  std::map<std::string, Privilege> access;
  const auto target = target_for(object);
  if (!target) return access;
  for_each_fact(catalog, role, "", *target, [&](const auto& grantee, const auto& fact) {
    access[grantee] = {fact.privileges, fact.grant_option};
  });
  if (object.space.empty()) return access;
  for_each_fact(catalog, role, object.space, *target, [&](const auto& grantee, const auto& fact) {
    const Privilege start{initial_of(object.kind, grantee, role), ""};
    Privilege& held = access.try_emplace(grantee, start).first->second;
    held.privileges = united(held.privileges, fact.privileges);
    held.grant_option = united(held.grant_option, fact.grant_option);
    if (held.privileges == start.privileges && held.grant_option.empty()) access.erase(grantee);
  });
  return access;
}

std::string describe(const DefaultPrivilege& privilege) {
  return describe(Privilege{privilege.privileges, privilege.grant_option});
}

}  // namespace pgplumb
