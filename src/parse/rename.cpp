// Renames ripple: every object that names the renamed one is rewritten.
#include <map>
#include <utility>
#include <vector>

#include "parse/replay.hpp"
#include "sql/canonical.hpp"
#include "sql/rename.hpp"

namespace pgplumb::parse {
namespace {

bool stands_alone(const ObjectId& id) { return !id.subject; }

// True when `id` is `holder` itself, a part of it, or about it or about a part of it.
bool belongs_to(const ObjectId& id, const ObjectId& holder) {
  if (id.space != holder.space || id.name != holder.name) return false;
  if (!holder.member.empty() && id.member != holder.member) return false;
  const bool parts_too = stands_alone(holder);
  if (id.kind == holder.kind && id.subject == holder.subject) return true;
  if (id.subject == holder.kind) return parts_too || id.holder == holder.subject;
  return parts_too && id.holder == holder.kind;
}

bool is_published(ObjectKind kind) {
  return kind == ObjectKind::published_table || kind == ObjectKind::published_schema;
}

// Its id is made of the names of its type and its language.
ObjectId renamed_transform(const ObjectId& id, const sql::Rename& rename) {
  ObjectId result = id;
  if (rename.before.kind == ObjectKind::language) {
    if (id.member == rename.before.name) result.member = rename.after.name;
    return result;
  }
  const bool names_type = stands_alone(rename.before) && !rename.before.space.empty() &&
                          rename.before.kind != ObjectKind::routine &&
                          rename.before.kind != ObjectKind::statistics_object;
  if (!names_type || id.qualified_name() != rename.before.qualified_name()) return result;
  result.space = rename.after.space;
  result.name = rename.after.name;
  return result;
}

// No expression names objects of these kinds.
bool stands_in_no_expression(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::statistics_object:
    case ObjectKind::rule:
    case ObjectKind::event_trigger:
    case ObjectKind::publication:
    case ObjectKind::subscription:
    case ObjectKind::language:
    case ObjectKind::access_method: return true;
    default: return false;
  }
}

// The id after the rename; unchanged when it is not concerned.
ObjectId renamed(const ObjectId& id, const sql::Rename& rename) {
  ObjectId result = id;
  if (rename.before.kind == ObjectKind::namespace_) {
    const bool is_namespace =
        id.kind == ObjectKind::namespace_ || id.subject == ObjectKind::namespace_;
    if (is_namespace && id.name == rename.before.name) result.name = rename.after.name;
    if (id.space == rename.before.name) result.space = rename.after.name;
    return result;
  }
  if (rename.before.kind == ObjectKind::attribute && id.kind == ObjectKind::attribute_default &&
      id.subject == rename.before.subject && id.space == rename.before.space &&
      id.name == rename.before.name && id.member == rename.before.member) {
    result.member = rename.after.member;
    return result;
  }
  if (rename.before.kind == ObjectKind::publication && is_published(id.kind)) {
    if (id.member == rename.before.name) result.member = rename.after.name;
    return result;
  }
  if (id.kind == ObjectKind::transform || id.subject == ObjectKind::transform) {
    return renamed_transform(id, rename);
  }
  if (!belongs_to(id, rename.before)) return result;
  result.space = rename.after.space;
  result.name = rename.after.name;
  if (!rename.before.member.empty()) result.member = rename.after.member;
  return result;
}

class Renamer : public ReferenceVisitor {
 public:
  Renamer(const sql::Rename& rename, const Catalog& before) : rename_(rename), before_(before) {}

  [[nodiscard]] bool changed() const { return changed_; }

  void space(Identifier& name) {
    if (rename_.before.kind != ObjectKind::namespace_) return;
    if (name.text() == rename_.before.name) set(name, rename_.after.name);
  }
  void relation(QualifiedName& name) { class_or_type(name); }
  void index(QualifiedName& name) { class_or_type(name); }
  void type(TypeRef& type) { class_or_type(type.name); }
  void routine(QualifiedName& name) {
    if (rename_.before.kind == ObjectKind::namespace_) return in_namespace(name);
    if (rename_.before.kind != ObjectKind::routine) return;
    if (name == rename_.before.qualified_name() && before_.find_routines(name).size() == 1) {
      set(name);
    }
  }
  void attribute(const QualifiedName& relation, Identifier& column) {
    const bool is_column = rename_.before.kind == ObjectKind::attribute;
    if (is_column && relation == rename_.before.qualified_name() &&
        column.text() == rename_.before.member) {
      set(column, rename_.after.member);
    }
  }
  void language(Identifier& name) { plain(ObjectKind::language, name); }
  void access_method(Identifier& name) { plain(ObjectKind::access_method, name); }
  void expression(Expression& expression, const ExpressionContext& context) {
    if (stands_in_no_expression(rename_.before.kind)) return;
    const std::string text = expression.text;
    sql::apply_rename(expression, context, rename_, before_);
    changed_ = changed_ || text != expression.text;
    for (ObjectId& id : expression.references) {
      const ObjectId now = renamed(id, rename_);
      if (now == id) continue;
      id = now;
      changed_ = true;
    }
  }

 private:
  void set(Identifier& name, const std::string& text) {
    name = Identifier(text);
    changed_ = true;
  }
  void set(QualifiedName& name) {
    name = rename_.after.qualified_name();
    changed_ = true;
  }
  void plain(ObjectKind kind, Identifier& name) {
    if (rename_.before.kind == kind && rename_.before.name == name.text()) {
      set(name, rename_.after.name);
    }
  }
  void in_namespace(QualifiedName& name) {
    if (name.space.text() == rename_.before.name) set(name.space, rename_.after.name);
  }
  // pg_class and pg_type share their names (row types), so any relation or type rename counts.
  void class_or_type(QualifiedName& name) {
    if (rename_.before.kind == ObjectKind::namespace_) return in_namespace(name);
    const bool other =
        rename_.before.kind == ObjectKind::routine || stands_in_no_expression(rename_.before.kind);
    if (other || !stands_alone(rename_.before)) return;
    if (name == rename_.before.qualified_name()) set(name);
  }

  const sql::Rename& rename_;
  const Catalog& before_;
  bool changed_ = false;
};

// The routine that `id` is, or is about; another id else.
ObjectId routine_of(const ObjectId& id) {
  return id.subject == ObjectKind::routine ? *parent_of(id) : id;
}

// A routine is known by its argument types: those whose ids change with the name of a type.
std::map<ObjectId, ObjectId> renamed_routines(const Catalog& catalog, const sql::Rename& rename) {
  std::map<ObjectId, ObjectId> routines;
  for (const auto& [id, object] : catalog.objects()) {
    const auto* routine = std::get_if<Routine>(&object);
    if (routine == nullptr || id == rename.before) continue;
    std::vector<Argument> arguments = routine->arguments;
    Renamer renamer(rename, catalog);
    for (Argument& argument : arguments) renamer.type(argument.type);
    if (!renamer.changed()) continue;
    ObjectId after = renamed(id, rename);
    after.member = arguments_key(arguments);
    if (after.member != id.member) routines.emplace(id, std::move(after));
  }
  return routines;
}

template <typename Map>
void rekey(Map& spans, const sql::Rename& rename, const std::map<ObjectId, ObjectId>& routines) {
  Map result;
  for (auto& [id, span] : spans) {
    ObjectId now = renamed(id, rename);
    const auto routine = routines.find(routine_of(id));
    if (routine != routines.end()) now.member = routine->second.member;
    result.insert_or_assign(std::move(now), std::move(span));
  }
  spans = std::move(result);
}

}  // namespace

void Replay::rename(const ObjectId& before, const ObjectId& after) {
  if (before == after) return;
  const sql::Rename rename{before, after};
  const std::map<ObjectId, ObjectId> routines = renamed_routines(catalog_, rename);
  std::vector<std::pair<ObjectId, Object>> changed;
  std::vector<ObjectId> gone;
  for (const auto& [id, object] : catalog_.objects()) {
    Object copy = object;
    Renamer renamer(rename, catalog_);
    visit_references(id, copy, renamer);
    // The copy of the column's type is no reference of its own.
    auto* value = std::get_if<AttributeDefault>(&copy);
    if (value != nullptr && !value->type.empty()) renamer.type(value->type);
    ObjectId now = renamed(id, rename);
    const auto routine = routines.find(routine_of(id));
    if (routine != routines.end()) now.member = routine->second.member;
    if (!renamer.changed() && now == id) continue;
    if (now != id) gone.push_back(id);
    changed.emplace_back(std::move(now), std::move(copy));
  }
  rekey(catalog_.provenance, rename, routines);
  for (const ObjectId& id : gone) catalog_.erase(id);
  for (auto& [id, object] : changed) catalog_.put(id, std::move(object));
  for (const auto& [id, object] : changed) sql::canonicalize(catalog_, id);
  catalog_.dropped[before] = statement_->span;
  note_change(after);
}

void Replay::rename_attribute(const ObjectId& relation, const Identifier& before,
                              const Identifier& after) {
  rename(part_of(relation, ObjectKind::attribute, before),
         part_of(relation, ObjectKind::attribute, after));
}

}  // namespace pgplumb::parse
