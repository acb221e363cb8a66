#include "schema/extension_move.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace pgplumb {
namespace {

bool is_called(const ExtensionMember& member, ExtensionMember::Kind kind,
               const QualifiedName& name) {
  const bool has_row = kind == ExtensionMember::Kind::type &&  //
                       member.kind == ExtensionMember::Kind::relation;
  return (member.kind == kind || has_row) && member.name == name;
}

bool is_users(ExtensionMember::Kind kind, const QualifiedName& name, const Catalog& catalog) {
  switch (kind) {
    case ExtensionMember::Kind::routine:
      return !catalog.find_routines(name).empty() ||
             !catalog.find_named(ObjectKind::aggregate, name).empty();
    case ExtensionMember::Kind::operator_:
      return !catalog.find_named(ObjectKind::operator_, name).empty();
    case ExtensionMember::Kind::operator_class:
      return !catalog.find_named(ObjectKind::operator_class, name).empty();
    // Nothing else in the namespace can have the name.
    case ExtensionMember::Kind::type:
    case ExtensionMember::Kind::relation:
    case ExtensionMember::Kind::other: return false;
  }
  return false;
}

class Mover : public ReferenceVisitor {
 public:
  Mover(const ExtensionMove& move, const Catalog& before, const MoveExpression& move_expression)
      : move_(move), before_(before), move_expression_(move_expression) {}

  [[nodiscard]] bool changed() const { return changed_; }
  [[nodiscard]] bool sure() const { return sure_; }

  void relation(QualifiedName& name) { follow(ExtensionMember::Kind::relation, name); }
  void type(TypeRef& type) { follow(ExtensionMember::Kind::type, type.name); }
  void routine(QualifiedName& name) { follow(ExtensionMember::Kind::routine, name); }
  void function(QualifiedName& name, const std::vector<TypeRef>&) { routine(name); }
  void collation(QualifiedName& name) { follow(ExtensionMember::Kind::other, name); }
  void operator_(QualifiedName& name, const TypeRef&, const TypeRef&) {
    follow(ExtensionMember::Kind::operator_, name);
  }
  void linked_operator(QualifiedName& name, const TypeRef& left, const TypeRef& right) {
    operator_(name, left, right);
  }
  void operator_class(QualifiedName& name, const Identifier&) {
    follow(ExtensionMember::Kind::operator_class, name);
  }
  void operator_family(QualifiedName& name, const Identifier&) {
    follow(ExtensionMember::Kind::other, name);
  }
  void named(ObjectKind, QualifiedName& name) { follow(ExtensionMember::Kind::other, name); }

  void expression(Expression& expression, const ExpressionContext& context) {
    const std::string canonical = expression.canonical;
    move_expression_(expression, context, move_, before_);
    if (expression.canonical == canonical) return;
    changed_ = true;
    if (expression.canonical.empty()) sure_ = false;
  }

 private:
  void follow(ExtensionMember::Kind kind, QualifiedName& name) {
    const MovesAlong answer = moves_along(move_, kind, name, before_);
    if (answer == MovesAlong::no) return;
    changed_ = true;
    if (answer == MovesAlong::unsure) {
      sure_ = false;
    } else {
      name.space = move_.to;
    }
  }

  const ExtensionMove& move_;
  const Catalog& before_;
  const MoveExpression& move_expression_;
  bool changed_ = false;
  bool sure_ = true;
};

void follow_types(ExtensionMember& member, const ExtensionMove& move, const Catalog& before) {
  const auto follow = [&](QualifiedName& name) {
    const auto answer = moves_along(move, ExtensionMember::Kind::type, name, before);
    if (answer == MovesAlong::yes) name.space = move.to;
  };
  follow(member.result.name);
  for (TypeRef& type : member.arguments) follow(type.name);
}

// `ids` gets what privileges on it are about.
ExtensionContents moved_contents(const ExtensionMove& move, const Catalog& before, NewIds& ids) {
  ExtensionContents contents = before.extension_contents;
  for (auto& [extension, members] : contents) {
    const bool goes = move.extensions.contains(extension);
    for (ExtensionMember& member : members) {
      const auto subject = subject_of(member);
      follow_types(member, move, before);
      if (goes && member.name.space == move.from) member.name.space = move.to;
      if (subject && subject_of(member) != subject) ids.emplace(*subject, *subject_of(member));
    }
  }
  return contents;
}

class ReferenceFollower : public ReferenceVisitor {
 public:
  explicit ReferenceFollower(const NewIds& ids) : ids_(ids) {}

  void expression(Expression& expression, const ExpressionContext&) {
    for (ObjectId& id : expression.references) id = followed(id, ids_);
    std::sort(expression.references.begin(), expression.references.end());
  }

 private:
  const NewIds& ids_;
};

void follow(std::set<ObjectId>& ids, const NewIds& new_ids) {
  std::set<ObjectId> after;
  for (const ObjectId& id : ids) after.insert(followed(id, new_ids));
  ids = std::move(after);
}

void follow(Places& places, const NewIds& new_ids) {
  Places after;
  for (auto& [id, place] : places) after.insert_or_assign(followed(id, new_ids), place);
  places = std::move(after);
}

}  // namespace

AfterMove after_move(const Catalog& before, const ExtensionMove& move,
                     const MoveExpression& move_expression) {
  AfterMove result{before, {}, {}, {}};
  result.catalog.extension_contents = moved_contents(move, before, result.ids);
  std::vector<std::pair<ObjectId, Object>> objects;
  for (const auto& [id, object] : before.objects()) {
    Object copy = object;
    Mover mover(move, before, move_expression);
    visit_references(id, copy, mover);
    if (mover.changed()) result.users.insert(id);
    if (!mover.sure()) result.unsure.insert(id);
    if (with_signature(id, object) == id && with_signature(id, copy) != id) {
      result.ids.emplace(id, with_signature(id, copy));
    }
    objects.emplace_back(id, std::move(copy));
  }
  ReferenceFollower follower(result.ids);
  for (auto& [id, object] : objects) {
    visit_references(id, object, follower);
    result.catalog.erase(id);
  }
  for (auto& [id, object] : objects) {
    result.catalog.put(followed(id, result.ids), std::move(object));
  }
  follow(result.users, result.ids);
  follow(result.unsure, result.ids);
  follow(result.catalog.doubts.objects, result.ids);
  follow(result.catalog.open_facts, result.ids);
  follow(result.catalog.members, result.ids);
  follow(result.catalog.provenance, result.ids);
  return result;
}

MovesAlong moves_along(const ExtensionMove& move, ExtensionMember::Kind kind,
                       const QualifiedName& name, const Catalog& before) {
  if (name.space != move.from) return MovesAlong::no;
  bool moves = false;
  bool stays = is_users(kind, name, before);
  for (const auto& [extension, members] : before.extension_contents) {
    const bool found = std::ranges::any_of(
        members, [&](const ExtensionMember& member) { return is_called(member, kind, name); });
    if (found) (move.extensions.contains(extension) ? moves : stays) = true;
  }
  if (!moves) return MovesAlong::no;
  return stays ? MovesAlong::unsure : MovesAlong::yes;
}

}  // namespace pgplumb
