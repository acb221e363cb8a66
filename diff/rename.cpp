#include "diff/rename.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace pgplumb::diff {
namespace {

ObjectKind root_kind(const ObjectId& id) {
  return id.holder.value_or(id.subject.value_or(id.kind));
}

bool is_about(const ObjectId& id) {
  return id.kind == ObjectKind::comment || id.kind == ObjectKind::owner ||
         id.kind == ObjectKind::privilege;
}

// What `id` is or is about: the attribute of a column comment and of a default, itself otherwise.
ObjectKind part_kind(const ObjectId& id) {
  if (is_about(id)) return *id.subject;
  return id.kind == ObjectKind::attribute_default ? ObjectKind::attribute : id.kind;
}

bool names_class(ObjectKind kind) {
  return kind == ObjectKind::relation || kind == ObjectKind::view ||
         kind == ObjectKind::materialized_view || kind == ObjectKind::sequence ||
         kind == ObjectKind::index || kind == ObjectKind::composite_type;
}

bool names_type(ObjectKind kind) {
  return kind == ObjectKind::enum_type || kind == ObjectKind::domain || names_class(kind);
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

  void space(std::string& name) const {
    for (const RenameHint& hint : hints_) {
      if (hint.before.kind != ObjectKind::namespace_ || hint.before.name != name) continue;
      name = hint.after.name;
      return;
    }
  }

  // Objects without a namespace.
  void plain(ObjectKind kind, std::string& name) const {
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
    std::string space_name = name.space.text();
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
    id.space = type.space.text();
    id.name = type.name.text();
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
    const bool routine = hint.before.kind == ObjectKind::routine;
    if (routine && id.member != hint.before.member) return false;
    id.space = hint.after.space;
    id.name = hint.after.name;
    if (routine) id.member = hint.after.member;
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
    std::string text = name.text();
    renaming_.space(text);
    name = Identifier(text);
  }
  void relation(QualifiedName& name) { renaming_.name(name, names_class); }
  void index(QualifiedName& name) { relation(name); }
  void attribute(const QualifiedName& relation, Identifier& column) {
    renaming_.attribute(relation, column);
  }
  void type(TypeRef& type) { renaming_.name(type.name, names_type); }
  void routine(QualifiedName& name) {
    renaming_.name(name, [](ObjectKind kind) { return kind == ObjectKind::routine; });
  }
  void collation(QualifiedName& name) { only_space(name); }
  void operator_class(QualifiedName& name) { only_space(name); }
  void language(Identifier& name) { plain(ObjectKind::language, name); }
  void access_method(Identifier& name) { plain(ObjectKind::access_method, name); }

  void expression(Expression& expression, const ExpressionContext& context) {
    const bool affected = std::any_of(expression.references.begin(), expression.references.end(),
                                      [&](const ObjectId& id) { return renaming_.touches(id); });
    if (!affected && expression.closed) return;
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
    std::string text = name.text();
    renaming_.plain(kind, text);
    name = Identifier(text);
  }
  void only_space(QualifiedName& name) {
    renaming_.name(name, [](ObjectKind) { return false; });
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
  // A part keeps its place when its holder is renamed by another hint.
  const bool moves_on = std::any_of(
      all.begin(), all.end(), [&](const RenameHint& other) { return other.before == hint.after; });
  if (current.contains(hint.after) && !moves_on) return described(hint.after) + " exists already";
  return std::nullopt;
}

// A routine is known by its argument types: they change with a renamed type.
std::map<ObjectId, ObjectId> new_ids(const Catalog& catalog, const Renaming& renaming,
                                     RenameVisitor& visitor) {
  std::map<ObjectId, ObjectId> ids;
  for (const auto& [id, object] : catalog.objects()) {
    ObjectId after = renaming.id(id);
    if (const auto* routine = std::get_if<Routine>(&object)) {
      Routine copy = *routine;
      visit_references(id, copy, visitor);
      if (after.member == id.member) after.member = arguments_key(copy.arguments);
    }
    ids.emplace(id, std::move(after));
  }
  return ids;
}

}  // namespace

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

Catalog renamed(const Catalog& catalog, const std::vector<RenameHint>& renames,
                const RenameExpression& rename_expression) {
  if (renames.empty()) return catalog;
  const Renaming renaming(renames);
  RenameVisitor visitor(renaming, renames, rename_expression, catalog);
  const std::map<ObjectId, ObjectId> ids = new_ids(catalog, renaming, visitor);
  Catalog after = catalog;
  for (const auto& [id, object] : catalog.objects()) after.erase(id);
  for (const auto& [id, object] : catalog.objects()) {
    Object copy = object;
    visit_references(id, copy, visitor);
    // What is about a routine follows the routine's new argument types.
    ObjectId to = ids.at(id);
    const auto parent = parent_of(id);
    if (parent && parent->kind == ObjectKind::routine && ids.contains(*parent)) {
      to.member = ids.at(*parent).member;
    }
    after.put(to, std::move(copy));
  }
  return after;
}

}  // namespace pgplumb::diff
