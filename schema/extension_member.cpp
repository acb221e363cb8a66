#include "schema/extension_member.hpp"

#include "schema/catalog.hpp"

namespace pgplumb {

std::optional<ObjectId> subject_of(const ExtensionMember& member) {
  if (!member.grantable) return std::nullopt;
  if (member.name.space.empty()) return object_id(*member.grantable, member.name.name);
  ObjectId id = object_id(*member.grantable, member.name);
  if (member.kind == ExtensionMember::Kind::routine) id.member = arguments_key(member.arguments);
  return id;
}

MemberOfExtension member_at(const Catalog& catalog, const ObjectId& subject) {
  const ObjectId whole = subject.kind == ObjectKind::attribute ? *parent_of(subject) : subject;
  for (const auto& [extension, members] : catalog.extension_contents) {
    const Identifier name(extension);
    if (!catalog.contains(object_id(ObjectKind::extension, name))) continue;
    for (const ExtensionMember& member : members) {
      // Most are somebody else: their signatures are not worth being written.
      const bool named = member.name == whole.qualified_name() && member.grantable == whole.kind;
      if (named && subject_of(member) == whole) return {&member, name};
    }
  }
  return {};
}

std::optional<ObjectId> extension_behind(const Catalog& catalog, const ObjectId& privilege) {
  const auto* fact = catalog.get<Privilege>(privilege);
  if (fact == nullptr || !fact->on_member) return std::nullopt;
  return object_id(ObjectKind::extension, fact->on_member->extension);
}

Privilege initial_privilege(const ExtensionMember& member, const std::string& grantee,
                            const std::string& owner, int server_version) {
  if (member.initial) {
    const bool owns = !grantee.empty() && grantee == owner;
    const auto found = member.initial->find(owns ? member.owner : grantee);
    return found == member.initial->end() ? Privilege{} : found->second;
  }
  if (!member.grantable) return {};
  if (grantee.empty()) return {public_default_privileges(*member.grantable), ""};
  if (grantee != owner) return {};
  return {owner_default_privileges(*member.grantable, server_version), ""};
}

}  // namespace pgplumb
