#include "schema/object_id.hpp"

#include <functional>

#include "base/assert.hpp"
#include "base/diagnostic.hpp"
#include "schema/running_role.hpp"

namespace pgplumb {

ObjectId object_id(ObjectKind kind, const QualifiedName& name) {
  ObjectId id;
  id.kind = kind;
  id.space = name.space.interned();
  id.name = name.name.interned();
  return id;
}

ObjectId object_id(ObjectKind kind, const Identifier& name) {
  ObjectId id;
  id.kind = kind;
  id.name = name.interned();
  return id;
}

ObjectId part_of(const ObjectId& holder, ObjectKind kind, const Identifier& member) {
  PGPLUMB_ASSERT(!holder.subject);
  ObjectId id;
  id.kind = kind;
  id.subject = holder.kind;
  id.space = holder.space;
  id.name = holder.name;
  id.member = member.interned();
  return id;
}

ObjectId about(ObjectKind kind, const ObjectId& subject) {
  ObjectId id = subject;
  id.kind = kind;
  id.subject = subject.kind;
  id.holder = subject.subject;
  return id;
}

ObjectId privilege_on(const ObjectId& subject, const std::string& grantee) {
  ObjectId id = about(ObjectKind::privilege, subject);
  id.grantee = grantee;
  return id;
}

ObjectId label_on(const ObjectId& subject, const std::string& provider) {
  ObjectId id = about(ObjectKind::security_label, subject);
  id.grantee = provider;
  return id;
}

ObjectId dependency_of(const ObjectId& subject, const std::string& extension) {
  ObjectId id = about(ObjectKind::extension_dependency, subject);
  id.grantee = extension;
  return id;
}

bool is_about(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::comment:
    case ObjectKind::owner:
    case ObjectKind::privilege:
    case ObjectKind::security_label:
    case ObjectKind::extension_dependency: return true;
    default: return false;
  }
}

std::optional<ObjectId> parent_of(const ObjectId& id) {
  if (!id.subject) return std::nullopt;
  ObjectId parent = id;
  parent.kind = *id.subject;
  parent.subject = id.holder;
  parent.holder.reset();
  parent.grantee.clear();
  if (!is_about(id.kind)) parent.member.clear();
  return parent;
}

namespace {

void mix(std::size_t& hash, std::size_t value) {
  constexpr std::size_t kGoldenRatio = 0x9e3779b97f4a7c15U;
  hash ^= value + kGoldenRatio + (hash << 6U) + (hash >> 2U);
}

void mix(std::size_t& hash, const InternedText& text) {
  if (!text.empty()) mix(hash, text.hash());
}

std::string grantee_of(const ObjectId& id) {
  if (id.grantee == kRunningRole) return " for whoever runs the text";
  return " for " + (id.grantee.empty() ? "PUBLIC" : id.grantee.str());
}

// "public, tables of bob for PUBLIC": where, what and whose the later objects are.
std::string shown_default(const ObjectId& id) {
  const std::string place = id.space.empty() ? "" : id.space + ", ";
  const std::string whose = id.name.empty() ? "" : " of " + id.name;
  return printable(place + id.member + whose + grantee_of(id));
}

bool is_published(ObjectKind kind) {
  return kind == ObjectKind::published_table || kind == ObjectKind::published_schema;
}

// Subject or own kind.
bool is_transform(const ObjectId& id) {
  return id.kind == ObjectKind::transform || id.subject == ObjectKind::transform;
}

// How the member of what is told apart by more than its name stands behind the name.
std::string shown_member(ObjectKind kind, const std::string& member) {
  switch (kind) {
    case ObjectKind::routine:
    case ObjectKind::operator_: return "(" + member + ")";
    case ObjectKind::aggregate: return "(" + (member.empty() ? "*" : member) + ")";
    case ObjectKind::operator_class:
    case ObjectKind::operator_family: return " using " + member;
    case ObjectKind::cast: return " as " + member;
    default: return {};
  }
}

}  // namespace

std::size_t QualifiedNameHash::operator()(const QualifiedName& name) const {
  std::size_t hash = 0;
  mix(hash, name.name.interned());
  mix(hash, name.space.interned());
  return hash;
}

// What tells most ids apart; the rest is for the comparison that follows.
std::size_t ObjectIdHash::operator()(const ObjectId& id) const {
  std::size_t hash = static_cast<std::size_t>(id.kind);
  if (id.subject) mix(hash, static_cast<std::size_t>(*id.subject));
  mix(hash, id.name);
  mix(hash, id.member);
  mix(hash, id.space);
  mix(hash, id.grantee);
  return hash;
}

std::string shown(const ObjectId& id) {
  if (id.kind == ObjectKind::database_privilege) return printable(grantee_of(id).substr(1));
  if (id.kind == ObjectKind::default_privilege) return shown_default(id);
  std::string text = id.space.empty() ? id.name.str() : id.space + "." + id.name;
  const std::string behind =
      shown_member(id.holder.value_or(id.subject.value_or(id.kind)), id.member);
  if (!behind.empty()) {
    text += behind;
  } else if (is_published(id.kind)) {
    text += " in " + id.member;
  } else if (is_transform(id)) {
    text += " for " + id.member;
  } else if (!id.member.empty()) {
    text += "." + id.member;
  }
  if (id.kind == ObjectKind::security_label) text += " by " + id.grantee;
  if (id.kind == ObjectKind::extension_dependency) text += " on " + id.grantee;
  if (id.kind == ObjectKind::privilege) {
    text += grantee_of(id);
  }
  if (id.kind == ObjectKind::database_setting && !id.grantee.empty()) text += " for " + id.grantee;
  return printable(text);
}

std::string described(const ObjectId& id) {
  std::string words(facts_of(id.kind).words);
  if (is_about(id.kind) && id.subject) words.append(" of ").append(facts_of(*id.subject).words);
  return words + " " + shown(id);
}

}  // namespace pgplumb
