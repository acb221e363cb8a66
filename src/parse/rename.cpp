// Renames ripple: every object that names the renamed one is rewritten.
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "parse/index_definition.hpp"
#include "parse/replay.hpp"
#include "schema/signature.hpp"
#include "sql/canonical.hpp"
#include "sql/rename.hpp"

namespace pgplumb::parse {
namespace {

bool stands_alone(const ObjectId& id) { return !id.subject; }

// Whether objects of the kind are told apart by more than namespace and name.
bool has_member(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::routine:
    case ObjectKind::aggregate:
    case ObjectKind::operator_:
    case ObjectKind::operator_class:
    case ObjectKind::operator_family:
    case ObjectKind::cast: return true;
    default: return false;
  }
}

// Relations and types share their names (row types).
bool is_class_or_type(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::relation:
    case ObjectKind::view:
    case ObjectKind::materialized_view:
    case ObjectKind::sequence:
    case ObjectKind::index:
    case ObjectKind::enum_type:
    case ObjectKind::domain:
    case ObjectKind::composite_type:
    case ObjectKind::range_type:
    case ObjectKind::base_type:
    case ObjectKind::shell_type: return true;
    default: return false;
  }
}

// True when `id` is `holder` itself, a part of it, or about it or about a part of it.
bool belongs_to(const ObjectId& id, const ObjectId& holder) {
  if (id.space != holder.space || id.name != holder.name) return false;
  const bool by_member = has_member(holder.kind) || !holder.member.empty();
  if (by_member && id.member != holder.member) return false;
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
  if (!is_class_or_type(rename.before.kind) ||
      id.qualified_name() != rename.before.qualified_name())
    return result;
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
  void function(QualifiedName& name, const std::vector<TypeRef>& arguments) {
    const bool same =
        rename_.before.kind == ObjectKind::routine && name == rename_.before.qualified_name();
    if (same && arguments_key(arguments) == rename_.before.member) return set(name);
    routine(name);
  }
  void foreign_data_wrapper(Identifier& name) { plain(ObjectKind::foreign_data_wrapper, name); }
  void foreign_server(Identifier& name) { plain(ObjectKind::foreign_server, name); }
  void language(Identifier& name) { plain(ObjectKind::language, name); }
  void access_method(Identifier& name) { plain(ObjectKind::access_method, name); }
  void collation(QualifiedName& name) { named(ObjectKind::collation, name); }
  void operator_(QualifiedName& name, const TypeRef& left, const TypeRef& right) {
    if (rename_.before.kind == ObjectKind::namespace_) return in_namespace(name);
    if (operator_id(name, left, right) == rename_.before) set(name);
  }
  void linked_operator(QualifiedName& name, const TypeRef& left, const TypeRef& right) {
    operator_(name, left, right);
  }
  void operator_class(QualifiedName& name, const Identifier& access_method) {
    of_method(ObjectKind::operator_class, name, access_method);
  }
  void operator_family(QualifiedName& name, const Identifier& access_method) {
    of_method(ObjectKind::operator_family, name, access_method);
  }
  void named(ObjectKind kind, QualifiedName& name) {
    if (rename_.before.kind == ObjectKind::namespace_) return in_namespace(name);
    if (rename_.before.kind == kind && name == rename_.before.qualified_name()) set(name);
  }
  void attribute(const QualifiedName& relation, Identifier& column) {
    const bool is_column = rename_.before.kind == ObjectKind::attribute;
    if (is_column && relation == rename_.before.qualified_name() &&
        column.text() == rename_.before.member) {
      set(column, rename_.after.member);
    }
  }
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
  void plain(ObjectKind kind, Identifier& name) {
    const bool same = rename_.before.kind == kind && rename_.before.name == name.text();
    if (same) set(name, rename_.after.name);
  }
  void set(Identifier& name, const std::string& text) {
    name = Identifier(text);
    changed_ = true;
  }
  void set(QualifiedName& name) {
    name = rename_.after.qualified_name();
    changed_ = true;
  }
  void of_method(ObjectKind kind, QualifiedName& name, const Identifier& access_method) {
    if (rename_.before.kind == ObjectKind::namespace_) return in_namespace(name);
    if (method_object_id(kind, name, access_method) == rename_.before) set(name);
  }
  void in_namespace(QualifiedName& name) {
    if (name.space.text() == rename_.before.name) set(name.space, rename_.after.name);
  }
  // pg_class and pg_type share their names (row types), so any relation or type rename counts.
  void class_or_type(QualifiedName& name) {
    if (rename_.before.kind == ObjectKind::namespace_) return in_namespace(name);
    if (!is_class_or_type(rename_.before.kind)) return;
    if (name == rename_.before.qualified_name()) set(name);
  }

  const sql::Rename& rename_;
  const Catalog& before_;
  bool changed_ = false;
};

// Whether an object may name what is renamed: cheap, and never wrong when it says no.
class MentionFinder : public ReferenceVisitor {
 public:
  explicit MentionFinder(const ObjectId& before)
      : of_namespace_(before.kind == ObjectKind::namespace_),
        of_column_(before.kind == ObjectKind::attribute),
        name_(of_column_ ? before.member : before.name),
        found_(!is_named_below(before.kind)),
        plain_(std::all_of(name_.begin(), name_.end(), [](char c) {
          return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        })) {}

  [[nodiscard]] bool found() const { return found_; }

  void space(const Identifier& name) { look_at(name); }
  void relation(const QualifiedName& name) { look_at(name); }
  void index(const QualifiedName& name) { look_at(name); }
  void type(const TypeRef& type) { look_at(type.name); }
  void routine(const QualifiedName& name) { look_at(name); }
  void function(const QualifiedName& name, const std::vector<TypeRef>& arguments) {
    look_at(name);
    for (const TypeRef& type : arguments) look_at(type.name);
  }
  void collation(const QualifiedName& name) { look_at(name); }
  void operator_(const QualifiedName& name, const TypeRef& left, const TypeRef& right) {
    function(name, {left, right});
  }
  void linked_operator(const QualifiedName& name, const TypeRef& left, const TypeRef& right) {
    function(name, {left, right});
  }
  void operator_class(const QualifiedName& name, const Identifier&) { look_at(name); }
  void operator_family(const QualifiedName& name, const Identifier&) { look_at(name); }
  void named(ObjectKind, const QualifiedName& name) { look_at(name); }
  void attribute(const QualifiedName& /*relation*/, const Identifier& column) { look_at(column); }
  void expression(const Expression& expression, const ExpressionContext& /*context*/) {
    const std::string& text = expression.text;
    // A column's name also follows from `*` and from NATURAL JOIN; a quoted name is spelt in more
    // than one way.
    const bool hidden = of_column_ && (text.find('*') != std::string::npos ||
                                       text.find("NATURAL") != std::string::npos ||
                                       text.find("natural") != std::string::npos);
    found_ = found_ || !plain_ || hidden || text.find(name_) != std::string::npos;
    for (const ObjectId& id : expression.references) {
      found_ = found_ || (of_namespace_ ? id.space : of_column_ ? id.member : id.name) == name_;
    }
  }

 private:
  void look_at(const Identifier& name) { found_ = found_ || name.text() == name_; }
  void look_at(const QualifiedName& name) { look_at(of_namespace_ ? name.space : name.name); }

  // The kinds whose names the members above see; of the others everything may be a mention.
  static bool is_named_below(ObjectKind kind) {
    switch (kind) {
      case ObjectKind::namespace_:
      case ObjectKind::attribute:
      case ObjectKind::routine:
      case ObjectKind::constraint:
      case ObjectKind::trigger:
      case ObjectKind::policy: return true;
      default: return is_class_or_type(kind);
    }
  }

  bool of_namespace_;
  bool of_column_;
  const std::string& name_;
  bool found_;
  bool plain_;
};

bool may_mention(const ObjectId& id, const Object& object, const ObjectId& before) {
  MentionFinder finder(before);
  visit_references(id, object, finder);
  const auto* value = std::get_if<AttributeDefault>(&object);
  if (value != nullptr && !value->type.empty()) finder.type(value->type);
  return finder.found();
}

// A column that the text does not name can stand in the canonical form: where some columns of an
// item of FROM have aliases, the server prints the others beside them.
class PrintFinder : public ReferenceVisitor {
 public:
  explicit PrintFinder(const ObjectId& column) : column_(column) {}
  [[nodiscard]] bool found() const { return found_; }

  void expression(const Expression& expression, const ExpressionContext& /*context*/) {
    if (expression.canonical.find(column_.member) == std::string::npos) return;
    for (const ObjectId& id : expression.references) {
      found_ = found_ || id.qualified_name() == column_.qualified_name();
    }
  }

 private:
  const ObjectId& column_;
  bool found_ = false;
};

bool may_print(const ObjectId& id, const Object& object, const ObjectId& before) {
  if (before.kind != ObjectKind::attribute) return false;
  PrintFinder finder(before);
  visit_references(id, object, finder);
  return finder.found();
}

// What expressions refer to.
class SignatureFollower : public ReferenceVisitor {
 public:
  explicit SignatureFollower(const NewIds& signatures) : signatures_(signatures) {}
  void expression(Expression& expression, const ExpressionContext&) {
    for (ObjectId& id : expression.references) id = followed(id, signatures_);
  }

 private:
  const NewIds& signatures_;
};

template <typename Map>
void rekey(Map& spans, const sql::Rename& rename, const NewIds& signatures) {
  Map result;
  for (auto& [id, span] : spans) {
    result.insert_or_assign(followed(renamed(id, rename), signatures), std::move(span));
  }
  spans = std::move(result);
}

void rekey(std::set<ObjectId>& ids, const sql::Rename& rename, const NewIds& signatures) {
  std::set<ObjectId> result;
  for (const ObjectId& id : ids) result.insert(followed(renamed(id, rename), signatures));
  ids = std::move(result);
}

bool may_concern_members(ObjectKind kind) {
  return kind == ObjectKind::namespace_ || kind == ObjectKind::base_type;
}

// What extensions bring is no object of the model, but names in it are followed, and so are ids of
// privileges on it.
void rename_members(ExtensionContents& contents, const sql::Rename& rename, const Catalog& catalog,
                    NewIds& signatures) {
  for (auto& [extension, members] : contents) {
    for (ExtensionMember& member : members) {
      const auto before = subject_of(member);
      Renamer renamer(rename, catalog);
      if (member.kind == ExtensionMember::Kind::type) {
        TypeRef self{member.name, {}, false};
        renamer.type(self);
        member.name = self.name;
      } else {
        renamer.space(member.name.space);
      }
      renamer.type(member.result);
      for (TypeRef& type : member.arguments) renamer.type(type);
      if (!before || !renamer.changed()) continue;
      const ObjectId now = renamed(*before, rename);
      if (now != *subject_of(member)) signatures.emplace(now, *subject_of(member));
    }
  }
}

}  // namespace

void Replay::rename(const ObjectId& before, const ObjectId& after,
                    const std::function<void()>& change_more) {
  if (before == after) return;
  const sql::Rename rename{before, after};
  std::vector<std::pair<ObjectId, Object>> changed;
  std::vector<ObjectId> gone;
  std::vector<ObjectId> printed;
  NewIds signatures;
  for (const auto& [id, object] : catalog_.objects()) {
    if (may_print(id, object, before)) printed.push_back(id);
    if (renamed(id, rename) == id && !may_mention(id, object, before)) continue;
    Object copy = object;
    Renamer renamer(rename, catalog_);
    visit_references(id, copy, renamer);
    keep_labels(object, copy);
    // The copy of the column's type is no reference of its own.
    auto* value = std::get_if<AttributeDefault>(&copy);
    if (value != nullptr && !value->type.empty()) renamer.type(value->type);
    const ObjectId now = renamed(id, rename);
    if (!renamer.changed() && now == id) continue;
    if (with_signature(id, object) == id && with_signature(now, copy) != now) {
      signatures.emplace(now, with_signature(now, copy));
    }
    gone.push_back(id);
    changed.emplace_back(now, std::move(copy));
  }
  if (may_concern_members(before.kind)) {
    rename_members(catalog_.extension_contents, rename, catalog_, signatures);
    names_.forget_all();
  }
  rekey(catalog_.provenance, rename, signatures);
  rekey(catalog_.doubts.objects, rename, signatures);
  for (const ObjectId& id : gone) {
    note_touch(id);
    catalog_.erase(id);
  }
  for (auto& [id, object] : changed) {
    id = followed(id, signatures);
    note_touch(id);
    catalog_.put(id, std::move(object));
  }
  follow(signatures);
  if (change_more) change_more();
  for (const auto& [id, object] : changed) sql::canonicalize(id, catalog_, names_);
  for (const ObjectId& id : printed) {
    if (catalog_.contains(id)) sql::canonicalize(id, catalog_, names_);
  }
  Members members;
  for (auto& [id, extension] : members_) {
    members.emplace(followed(renamed(id, rename), signatures), std::move(extension));
  }
  members_ = std::move(members);
  catalog_.dropped[before] = statement_->span;
  if (catalog_.contains(after)) note_change(after);
}

void Replay::move_extension(const ExtensionMove& move) {
  AfterMove after = after_move(catalog_, move, sql::apply_move);
  catalog_ = std::move(after.catalog);
  doubt(after.unsure);
  names_.forget_all();
  Members members;
  for (auto& [id, extension] : members_) {
    members.emplace(followed(id, after.ids), std::move(extension));
  }
  members_ = std::move(members);
  for (const ObjectId& id : after.users) touch(id);
}

void Replay::follow(const NewIds& signatures) {
  if (signatures.empty()) return;
  SignatureFollower follower(signatures);
  std::vector<std::pair<ObjectId, Object>> moved;
  for (const auto& [id, object] : catalog_.objects()) {
    visit_references(id, *catalog_.find(id), follower);
    const ObjectId now = followed(id, signatures);
    if (now != id) moved.emplace_back(id, object);
  }
  for (auto& [id, object] : moved) catalog_.erase(id);
  for (auto& [id, object] : moved) catalog_.put(followed(id, signatures), std::move(object));
}

void Replay::rename_attribute(const ObjectId& relation, const Identifier& before,
                              const Identifier& after, const std::function<void()>& change_more) {
  rename(part_of(relation, ObjectKind::attribute, before),
         part_of(relation, ObjectKind::attribute, after), change_more);
}

}  // namespace pgplumb::parse
