#include "diff/rename.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "diff/extension_move.hpp"
#include "diff/freed_names.hpp"
#include "schema/signature.hpp"

namespace pgplumb::diff {
namespace {

ObjectKind root_kind(const ObjectId& id) {
  return id.holder.value_or(id.subject.value_or(id.kind));
}

// What `id` is or is about: the attribute of a column comment and of a default, itself otherwise.
ObjectKind part_kind(const ObjectId& id) {
  if (is_about(id.kind)) return *id.subject;
  return id.kind == ObjectKind::attribute_default ? ObjectKind::attribute : id.kind;
}

bool names_class(ObjectKind kind) {
  return kind == ObjectKind::relation || kind == ObjectKind::view ||
         kind == ObjectKind::materialized_view || kind == ObjectKind::sequence ||
         kind == ObjectKind::index || kind == ObjectKind::composite_type;
}

bool names_type(ObjectKind kind) {
  return kind == ObjectKind::enum_type || kind == ObjectKind::domain ||
         kind == ObjectKind::range_type || kind == ObjectKind::base_type ||
         kind == ObjectKind::shell_type || names_class(kind);
}

// Whether objects of the kind are told apart by more than namespace and name.
bool has_member(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::routine:
    case ObjectKind::aggregate:
    case ObjectKind::operator_:
    case ObjectKind::operator_class:
    case ObjectKind::operator_family: return true;
    default: return false;
  }
}

// Follows ids and names from before the renames to after them.
class Renaming {
 public:
  explicit Renaming(const std::vector<RenameHint>& hints) : hints_(hints) {}

  [[nodiscard]] ObjectId id(ObjectId id) const {
    named_after_others(id);
    for (const RenameHint& hint : hints_) {
      if (part(hint, id)) return id;
    }
    for (const RenameHint& hint : hints_) {
      if (whole(hint, id)) return id;
    }
    space(id.space);
    if (part_kind(id) == ObjectKind::namespace_) space(id.name);
    return id;
  }

  [[nodiscard]] bool touches(const ObjectId& reference) const { return id(reference) != reference; }

  void space(InternedText& name) const {
    for (const RenameHint& hint : hints_) {
      if (hint.before.kind != ObjectKind::namespace_ || hint.before.name != name) continue;
      name = hint.after.name;
      return;
    }
  }

  // Objects without a namespace.
  void plain(ObjectKind kind, InternedText& name) const {
    for (const RenameHint& hint : hints_) {
      if (hint.before.kind != kind || hint.before.name != name) continue;
      name = hint.after.name;
      return;
    }
  }

  // `matches(kind)`: which kinds the name may stand for.
  template <typename Matches>
  void name(QualifiedName& name, Matches&& matches) const {
    for (const RenameHint& hint : hints_) {
      if (hint.before.subject || hint.before.qualified_name() != name ||
          !matches(hint.before.kind)) {
        continue;
      }
      name = hint.after.qualified_name();
      return;
    }
    InternedText space_name = name.space.interned();
    space(space_name);
    name.space = Identifier(space_name);
  }

  void attribute(const QualifiedName& relation, Identifier& column) const {
    for (const RenameHint& hint : hints_) {
      if (hint.before.kind != ObjectKind::attribute || hint.before.qualified_name() != relation ||
          hint.before.member != column.text()) {
        continue;
      }
      column = Identifier(hint.after.member);
      return;
    }
  }

 private:
  // Ids that are made of the names of several objects.
  void named_after_others(ObjectId& id) const {
    const ObjectKind kind = part_kind(id);
    if (kind == ObjectKind::published_table || kind == ObjectKind::published_schema) {
      plain(ObjectKind::publication, id.member);
    }
    if (kind != ObjectKind::transform) return;
    plain(ObjectKind::language, id.member);
    QualifiedName type = id.qualified_name();
    name(type, names_type);
    id.space = type.space.interned();
    id.name = type.name.interned();
  }

  // A column, constraint, trigger … that is renamed itself; its holder may be renamed as well.
  bool part(const RenameHint& hint, ObjectId& id) const {
    if (!hint.before.subject || part_kind(id) != hint.before.kind) return false;
    if (root_kind(id) != root_kind(hint.before) || id.member != hint.before.member) return false;
    if (id.space != hint.before.space || id.name != hint.before.name) return false;
    id.space = hint.after.space;
    id.name = hint.after.name;
    id.member = hint.after.member;
    return true;
  }

  static bool whole(const RenameHint& hint, ObjectId& id) {
    if (hint.before.subject || hint.before.kind == ObjectKind::namespace_) return false;
    if (root_kind(id) != hint.before.kind || id.space != hint.before.space ||
        id.name != hint.before.name) {
      return false;
    }
    const bool by_member = has_member(hint.before.kind);
    if (by_member && id.member != hint.before.member) return false;
    id.space = hint.after.space;
    id.name = hint.after.name;
    if (by_member) id.member = hint.after.member;
    return true;
  }

  const std::vector<RenameHint>& hints_;
};

class RenameVisitor : public ReferenceVisitor {
 public:
  RenameVisitor(const Renaming& renaming, const std::vector<RenameHint>& hints,
                const RenameExpression& rename_expression, const Catalog& state)
      : renaming_(renaming), hints_(hints), rename_expression_(rename_expression), state_(state) {}

  void space(Identifier& name) {
    InternedText text = name.interned();
    renaming_.space(text);
    name = Identifier(text);
  }
  void relation(QualifiedName& name) { renaming_.name(name, names_class); }
  void index(QualifiedName& name) { relation(name); }
  void attribute(const QualifiedName& relation, Identifier& column) {
    renaming_.attribute(relation, column);
  }
  void type(TypeRef& type) { renaming_.name(type.name, names_type); }
  void routine(QualifiedName& name) { named(ObjectKind::routine, name); }
  void function(QualifiedName& name, const std::vector<TypeRef>&) { routine(name); }
  void collation(QualifiedName& name) { named(ObjectKind::collation, name); }
  void operator_(QualifiedName& name, const TypeRef&, const TypeRef&) {
    named(ObjectKind::operator_, name);
  }
  void linked_operator(QualifiedName& name, const TypeRef&, const TypeRef&) {
    named(ObjectKind::operator_, name);
  }
  void operator_class(QualifiedName& name, const Identifier& access_method) {
    of_method(ObjectKind::operator_class, name, access_method);
  }
  void operator_family(QualifiedName& name, const Identifier& access_method) {
    of_method(ObjectKind::operator_family, name, access_method);
  }
  void named(ObjectKind wanted, QualifiedName& name) {
    renaming_.name(name, [wanted](ObjectKind kind) { return kind == wanted; });
  }
  void foreign_data_wrapper(Identifier& name) { plain(ObjectKind::foreign_data_wrapper, name); }
  void foreign_server(Identifier& name) { plain(ObjectKind::foreign_server, name); }
  void language(Identifier& name) { plain(ObjectKind::language, name); }
  void access_method(Identifier& name) { plain(ObjectKind::access_method, name); }

  void expression(Expression& expression, const ExpressionContext& context) {
    const bool affected = std::any_of(expression.references.begin(), expression.references.end(),
                                      [&](const ObjectId& id) { return renaming_.touches(id); });
    // What extensions bring is no reference.
    const bool in_space = std::any_of(hints_.begin(), hints_.end(), [](const RenameHint& hint) {
      return hint.before.kind == ObjectKind::namespace_;
    });
    if (!affected && !in_space && expression.closed) return;
    if (rename_expression_) {
      for (const RenameHint& hint : hints_) rename_expression_(expression, context, hint, state_);
    } else if (affected) {
      expression.canonical.clear();
      expression.closed = false;
      expression.from_server = false;
    }
    for (ObjectId& id : expression.references) id = renaming_.id(id);
    std::sort(expression.references.begin(), expression.references.end());
  }

 private:
  void plain(ObjectKind kind, Identifier& name) {
    InternedText text = name.interned();
    renaming_.plain(kind, text);
    name = Identifier(text);
  }
  void of_method(ObjectKind kind, QualifiedName& name, const Identifier& access_method) {
    name = renaming_.id(method_object_id(kind, name, access_method)).qualified_name();
  }

  const Renaming& renaming_;
  const std::vector<RenameHint>& hints_;
  const RenameExpression& rename_expression_;
  const Catalog& state_;
};

std::optional<std::string> reason_against(const Catalog& current, const Catalog& desired,
                                          const std::vector<RenameHint>& all,
                                          const RenameHint& hint) {
  if (hint.before.kind != hint.after.kind) return "they are of different kinds";
  if (!current.contains(hint.before)) return described(hint.before) + " does not exist";
  if (!desired.contains(hint.after)) {
    return described(hint.after) + " is not in the desired state";
  }
  const auto rivals = std::ranges::count(all, hint.after, &RenameHint::after);
  if (rivals > 1) return "something else is to have the name, too";
  return std::nullopt;
}

// What is known by types changes its id with a renamed type.
std::map<ObjectId, ObjectId> new_ids(const Catalog& catalog, const Renaming& renaming,
                                     RenameVisitor& visitor) {
  std::map<ObjectId, ObjectId> ids;
  for (const auto& [id, object] : catalog.objects()) {
    ObjectId after = renaming.id(id);
    if (after.member == id.member && with_signature(id, object) == id) {
      Object copy = object;
      visit_references(id, copy, visitor);
      after = with_signature(after, copy);
    }
    ids.emplace(id, after);
  }
  return ids;
}

// What extensions bring is renamed with its namespace. `ids` gets what privileges on it are about.
void rename_members(ExtensionContents& contents, RenameVisitor& visitor,
                    std::map<ObjectId, ObjectId>& ids) {
  for (auto& [extension, members] : contents) {
    for (ExtensionMember& member : members) {
      const auto before = subject_of(member);
      visitor.space(member.name.space);
      visitor.type(member.result);
      for (TypeRef& type : member.arguments) visitor.type(type);
      if (before) ids.emplace(*before, *subject_of(member));
    }
  }
}

// Those of whole objects; backwards: from after to before.
std::vector<RenameHint> of_wholes(const std::vector<RenameHint>& renames, bool backwards) {
  std::vector<RenameHint> wholes;
  for (const RenameHint& hint : renames) {
    if (hint.before.subject) continue;
    wholes.push_back(backwards ? RenameHint{hint.after, hint.before} : hint);
  }
  return wholes;
}

ObjectId with_holder(ObjectId part, const ObjectId& holder) {
  part.space = holder.space;
  part.name = holder.name;
  return part;
}

}  // namespace

std::vector<RenameHint> settled_renames(const Catalog& current,
                                        const std::vector<RenameHint>& renames) {
  const std::vector<RenameHint> forwards = of_wholes(renames, false);
  const std::vector<RenameHint> backwards = of_wholes(renames, true);
  std::vector<RenameHint> settled = renames;
  for (RenameHint& hint : settled) {
    if (!hint.before.subject || !hint.after.subject) continue;
    hint.after = with_holder(hint.after, renamed_id(*parent_of(hint.before), forwards));
    if (current.contains(hint.before)) continue;
    hint.before = with_holder(hint.before, renamed_id(*parent_of(hint.before), backwards));
  }
  return settled;
}

std::vector<RenameHint> usable_renames(const Catalog& current, const Catalog& desired,
                                       const std::vector<RenameHint>& renames) {
  std::vector<RenameHint> usable;
  for (const RenameHint& hint : renames) {
    if (!reason_against(current, desired, renames, hint)) usable.push_back(hint);
  }
  return usable;
}

Diagnostics unusable_renames(const Catalog& current, const Catalog& desired,
                             const std::vector<RenameHint>& renames) {
  Diagnostics problems;
  for (const RenameHint& hint : renames) {
    const auto reason = reason_against(current, desired, renames, hint);
    if (!reason) continue;
    problems.add(
        DiagnosticCode::plan_impossible,
        "can't rename " + described(hint.before) + " to " + described(hint.after) + ": " + *reason);
  }
  return problems;
}

ObjectId renamed_id(const ObjectId& id, const std::vector<RenameHint>& renames) {
  return Renaming(renames).id(id);
}

namespace {

// Whether one of them takes the name that another one gives up.
bool names_pass_on(const Catalog& catalog, const std::vector<RenameHint>& renames) {
  return std::ranges::any_of(renames, [&](const RenameHint& taker) {
    return std::ranges::any_of(renames, [&](const RenameHint& holder) {
      return taker.before != holder.before &&
             takes_name_of(taker, catalog.find(taker.before), holder, catalog.find(holder.before));
    });
  });
}

// To names that no text of a state can have.
std::vector<RenameHint> to_other_names(const std::vector<RenameHint>& renames) {
  std::vector<RenameHint> hints;
  for (const RenameHint& hint : renames) {
    RenameHint other{hint.before, hint.before};
    (hint.before.subject ? other.after.member : other.after.name) =
        "\x01" + std::to_string(hints.size());
    hints.push_back(other);
  }
  return hints;
}

Catalog renamed_at_once(const Catalog& catalog, const std::vector<RenameHint>& renames,
                        const RenameExpression& rename_expression) {
  const Renaming renaming(renames);
  RenameVisitor visitor(renaming, renames, rename_expression, catalog);
  std::map<ObjectId, ObjectId> ids = new_ids(catalog, renaming, visitor);
  Catalog after = catalog;
  rename_members(after.extension_contents, visitor, ids);
  for (const auto& [id, object] : catalog.objects()) after.erase(id);
  for (const auto& [id, object] : catalog.objects()) {
    Object copy = object;
    visit_references(id, copy, visitor);
    // What is about an object follows the types in its id.
    ObjectId to = ids.at(id);
    const auto parent = parent_of(id);
    if (parent && is_about(id.kind) && ids.contains(*parent)) {
      to.name = ids.at(*parent).name;
      to.member = ids.at(*parent).member;
    }
    after.put(to, std::move(copy));
  }
  return after;
}

// One after the other, the names of a text would be taken for those that others have by then.
Catalog renamed_by_other_names(const Catalog& catalog, const std::vector<RenameHint>& renames,
                               const RenameExpression& rename_expression) {
  const std::vector<RenameHint> first = settled_renames(catalog, to_other_names(renames));
  std::vector<RenameHint> second;
  for (std::size_t i = 0; i < renames.size(); ++i) {
    second.push_back({first[i].after, renames[i].after});
  }
  return renamed_at_once(renamed_at_once(catalog, first, rename_expression), second,
                         rename_expression);
}

}  // namespace

Catalog renamed(const Catalog& catalog, const std::vector<RenameHint>& renames,
                const RenameExpression& rename_expression) {
  if (renames.empty()) return catalog;
  const auto gone = in_the_way(catalog, renames);
  if (!gone.empty()) {
    Catalog rest = catalog;
    for (const ObjectId& id : gone) {
      // It may have been a part of another one.
      if (rest.contains(id)) rest.erase_with_parts(id);
    }
    return renamed(rest, renames, rename_expression);
  }
  return names_pass_on(catalog, renames)
             ? renamed_by_other_names(catalog, renames, rename_expression)
             : renamed_at_once(catalog, renames, rename_expression);
}

std::optional<Catalog> after_renames(const Catalog& current, const Catalog& desired,
                                     const std::vector<RenameHint>& renames,
                                     const CompareOptions& options) {
  std::optional<Catalog> after;
  if (!renames.empty()) after = renamed(current, renames, options.rename_expression);
  if (!options.move_expression) return after;
  for (const ExtensionMove& move : extension_moves(after ? *after : current, desired)) {
    after = after_move(after ? *after : current, move, options.move_expression).catalog;
  }
  return after;
}

}  // namespace pgplumb::diff
