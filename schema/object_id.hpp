// Who an object is: the catalog's natural key. Two states are paired by it and by nothing else.
#pragma once

#include <compare>
#include <optional>
#include <string>

#include "schema/identifier.hpp"
#include "schema/object_kind.hpp"

namespace pgplumb {

// clang-format off
// | kind                         | subject            | space | name     | member      | grantee |
// |------------------------------|--------------------|-------|----------|-------------|---------|
// | namespace, extension,        |                    |       | own      |             |         |
// |   language, publication, …   |                    |       |          |             |         |
// | relation, view, sequence,    |                    | own   | own      |             |         |
// |   index, types, statistics … |                    |       |          |             |         |
// | routine, aggregate, operator |                    | own   | own      | input types |         |
// | operator class, family       |                    | own   | own      | method      |         |
// | cast                         |                    |       | from     | to          |         |
// | transform                    |                    | type  | type     | language    |         |
// | attribute, attribute_default | of what it is part | its   | its      | own         |         |
// | constraint, trigger, policy, | of what it is part | its   | its      | own         |         |
// |   rule                       |                    |       |          |             |         |
// | published_table, …_schema    | relation, schema   | its   | its      | publication |         |
// | comment, owner               | of what it is on   | its   | its      | its         |         |
// | privilege                    | of what it is on   | its   | its      | its         | role    |
// | security_label               | of what it is on   | its   | its      | its         | provider |
// | extension_dependency         | of what it is on   | its   | its      | its         | extension |
// | user_mapping                 | the server         |       | its      | role        |         |
// | default_privilege            |                    | where | role     | target      | role    |
// | database_privilege           |                    |       |          |             | role    |
// | database_setting             |                    |       | setting  |             | role    |
// clang-format on
//
// `subject` of an attribute, constraint, trigger, policy or rule is the kind that holds it
// (relation, view, domain …); of a comment, owner or privilege the kind of the object it is about.
// A comment on a column of any relation-like object has subject attribute; one on a constraint of
// a domain has subject constraint and holder domain.
struct ObjectId {
  ObjectKind kind{};
  std::optional<ObjectKind> subject;
  InternedText space;
  InternedText name;
  InternedText member;  // routine, aggregate: input types as `arguments_key` writes them
  // Privileges: "" is PUBLIC; security label: its provider; extension dependency: the extension.
  InternedText grantee;
  // For what is about an object (comment, owner, privilege, security label) that has a subject
  // itself: that subject.
  std::optional<ObjectKind> holder;

  bool operator==(const ObjectId&) const = default;
  // Member by member in the order above. Written out because catalogs spend their time here.
  std::strong_ordering operator<=>(const ObjectId& other) const {
    if (kind != other.kind) return kind <=> other.kind;
    if (subject != other.subject) return subject <=> other.subject;
    if (space != other.space) return space <=> other.space;
    if (name != other.name) return name <=> other.name;
    if (member != other.member) return member <=> other.member;
    if (grantee != other.grantee) return grantee <=> other.grantee;
    return holder <=> other.holder;
  }

  [[nodiscard]] QualifiedName qualified_name() const {
    return {Identifier(space), Identifier(name)};
  }
};

struct QualifiedNameHash {
  std::size_t operator()(const QualifiedName& name) const;
};

struct ObjectIdHash {
  std::size_t operator()(const ObjectId& id) const;
};

// An object that stands in a namespace (relation, index, type …).
[[nodiscard]] ObjectId object_id(ObjectKind kind, const QualifiedName& name);
// An object without a namespace (namespace, extension).
[[nodiscard]] ObjectId object_id(ObjectKind kind, const Identifier& name);
// A part (attribute, constraint, trigger, policy) of `holder`.
[[nodiscard]] ObjectId part_of(const ObjectId& holder, ObjectKind kind, const Identifier& member);
// A comment or owner about `subject`.
[[nodiscard]] ObjectId about(ObjectKind kind, const ObjectId& subject);
[[nodiscard]] ObjectId privilege_on(const ObjectId& subject, const std::string& grantee);
[[nodiscard]] ObjectId label_on(const ObjectId& subject, const std::string& provider);
[[nodiscard]] ObjectId dependency_of(const ObjectId& subject, const std::string& extension);
// Comment, owner, privilege, security label, extension dependency: they say something about another
// object.
[[nodiscard]] bool is_about(ObjectKind kind);

// The object that this one cannot live without and is printed with: the relation of an attribute,
// the object of a comment. Nothing for objects that stand on their own.
[[nodiscard]] std::optional<ObjectId> parent_of(const ObjectId& id);

// "public.orders.total" for people: printable, without the kind.
[[nodiscard]] std::string shown(const ObjectId& id);
// "attribute public.orders.total".
[[nodiscard]] std::string described(const ObjectId& id);

}  // namespace pgplumb
