#include "schema/object_id.hpp"

#include "base/assert.hpp"
#include "base/diagnostic.hpp"

namespace pgplumb {

ObjectId object_id(ObjectKind kind, const QualifiedName& name) {
  ObjectId id;
  id.kind = kind;
  id.space = name.space.text();
  id.name = name.name.text();
  return id;
}

ObjectId object_id(ObjectKind kind, const Identifier& name) {
  ObjectId id;
  id.kind = kind;
  id.name = name.text();
  return id;
}

ObjectId part_of(const ObjectId& holder, ObjectKind kind, const Identifier& member) {
  PGPLUMB_ASSERT(!holder.subject);
  ObjectId id;
  id.kind = kind;
  id.subject = holder.kind;
  id.space = holder.space;
  id.name = holder.name;
  id.member = member.text();
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

std::optional<ObjectId> parent_of(const ObjectId& id) {
  if (!id.subject) return std::nullopt;
  ObjectId parent = id;
  parent.kind = *id.subject;
  parent.subject = id.holder;
  parent.holder.reset();
  parent.grantee.clear();
  const bool is_about = id.kind == ObjectKind::comment || id.kind == ObjectKind::owner ||
                        id.kind == ObjectKind::privilege;
  if (!is_about) parent.member.clear();
  return parent;
}

namespace {

std::string grantee_of(const ObjectId& id) {
  return " for " + (id.grantee.empty() ? std::string("PUBLIC") : id.grantee);
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

}  // namespace

std::string shown(const ObjectId& id) {
  if (id.kind == ObjectKind::default_privilege) return shown_default(id);
  std::string text = id.space.empty() ? id.name : id.space + "." + id.name;
  const bool routine = id.kind == ObjectKind::routine || id.subject == ObjectKind::routine;
  if (routine) {
    text += "(" + id.member + ")";
  } else if (is_published(id.kind)) {
    text += " in " + id.member;
  } else if (is_transform(id)) {
    text += " for " + id.member;
  } else if (!id.member.empty()) {
    text += "." + id.member;
  }
  if (id.kind == ObjectKind::privilege) {
    text += grantee_of(id);
  }
  return printable(text);
}

std::string described(const ObjectId& id) {
  const bool is_about = id.kind == ObjectKind::comment || id.kind == ObjectKind::owner ||
                        id.kind == ObjectKind::privilege;
  std::string words(facts_of(id.kind).words);
  if (is_about && id.subject) words.append(" of ").append(facts_of(*id.subject).words);
  return words + " " + shown(id);
}

}  // namespace pgplumb
