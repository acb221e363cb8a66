// Names of the grammar to names of the model, along the search path.
#include <algorithm>

#include "base/characters.hpp"
#include "parse/replay.hpp"
#include "parse/written_names.hpp"
#include "sql/deparse.hpp"
#include "sql/tree.hpp"
#include "sql/types.hpp"

namespace pgplumb::parse {
namespace {

// A possibly qualified name of the grammar: [catalog.][namespace.]name.
struct WrittenName {
  std::string space;  // "" when not written
  std::string name;
};

WrittenName parts_of(const ::RangeVar& name) {
  return {sql::text_of(name.schemaname), sql::text_of(name.relname)};
}

WrittenName parts_of(const ::List* names) {
  const std::vector<std::string> parts = sql::strings_of(names);
  if (parts.empty()) return {};
  return {parts.size() > 1 ? parts[parts.size() - 2] : "", parts.back()};
}

// The first of the path that has it, by the look-up `find`.
template <typename Find>
auto along(const WrittenName& name, const SearchPath& path, Find&& find)
    -> decltype(find(QualifiedName{})) {
  if (!name.space.empty()) return find(qualified(name.space, name.name));
  for (const std::string& space : path) {
    if (auto found = find(qualified(space, name.name)); found != decltype(found){}) return found;
  }
  return {};
}

QualifiedName for_creation(const WrittenName& name, const SearchPath& path, const Catalog& model) {
  if (!name.space.empty()) return qualified(name.space, name.name);
  const auto exists = [&](const std::string& space) {
    return model.contains(object_id(ObjectKind::namespace_, Identifier(space)));
  };
  const auto first = std::find_if(path.begin(), path.end(), exists);
  return qualified(first == path.end() ? "public" : *first, name.name);
}

}  // namespace

QualifiedName Replay::creation_name(const ::RangeVar& name) const {
  if (parts_of(name).space.empty()) look_along_path();
  return for_creation(parts_of(name), search_path(), catalog_);
}

QualifiedName Replay::creation_name(const ::List* names) const {
  if (parts_of(names).space.empty()) look_along_path();
  return for_creation(parts_of(names), search_path(), catalog_);
}

std::optional<ObjectId> Replay::find_class(const ::RangeVar& name) const {
  if (parts_of(name).space.empty()) look_along_path();
  return along(parts_of(name), search_path(),
               [this](const QualifiedName& n) { return catalog_.find_class(n); });
}

std::optional<ObjectId> Replay::find_class(const ::List* names) const {
  if (parts_of(names).space.empty()) look_along_path();
  return along(parts_of(names), search_path(),
               [this](const QualifiedName& n) { return catalog_.find_class(n); });
}

std::optional<ObjectId> Replay::find_type(const ::List* names) const {
  const WrittenName name = parts_of(names);
  if (name.space.empty()) {
    look_along_path();
    // pg_catalog comes first.
    if (sql::is_builtin_type(name.name)) return std::nullopt;
  }
  return along(name, search_path(),
               [this](const QualifiedName& n) { return catalog_.find_type(n); });
}

std::vector<ObjectId> Replay::find_routines(const ::List* names) const {
  if (parts_of(names).space.empty()) look_along_path();
  return along(parts_of(names), search_path(),
               [this](const QualifiedName& n) { return catalog_.find_routines(n); });
}

bool Replay::is_temporary(const ::RangeVar& name) const {
  const WrittenName own = parts_of(name);
  if (name.relpersistence == 't' || own.space == "pg_temp") return true;
  return own.space.empty() && temporary_.count(own.name) != 0;
}

TypeRef Replay::type(const ::TypeName& name) const {
  return sql::resolve_type(name, catalog_, search_path());
}

Expression Replay::expression(const ::Node* node) const {
  Expression expression;
  expression.text = sql::deparse_expression(node);
  expression.search_path = session_.search_path;
  return expression;
}

Expression Replay::query(const ::Node* node) const {
  Expression expression;
  expression.text = sql::deparse_query(node);
  expression.search_path = session_.search_path;
  return expression;
}

std::string Replay::choose_relation_name(const std::string& first, const std::string& second,
                                         const std::string& label, const std::string& space,
                                         bool is_constraint) const {
  const auto taken = [&](const std::string& candidate) {
    const QualifiedName name = qualified(space, candidate);
    if (catalog_.find_class(name)) return true;
    if (!is_constraint) return false;
    return catalog_.has_constraint_named(name);  // ConstraintNameExists
  };
  return choose_name(first, second, label, taken);
}

namespace {

// makeObjectName's rule: the longer of the two names gives way first.
std::string object_name(const std::string& first, const std::string& second,
                        const std::string& label) {
  std::size_t overhead = second.empty() ? 0 : 1;
  if (!label.empty()) overhead += label.size() + 1;
  const std::size_t available = kMaxNameBytes - std::min(overhead, kMaxNameBytes);
  std::size_t one = first.size();
  std::size_t two = second.size();
  while (one + two > available) (one > two ? one : two)--;
  std::string name = clipped(first, one);
  if (!second.empty()) name += "_" + clipped(second, two);
  if (!label.empty()) name += "_" + label;
  return name;
}

}  // namespace

std::string Replay::choose_name(const std::string& first, const std::string& second,
                                const std::string& label,
                                const std::function<bool(const std::string&)>& taken) {
  std::string candidate = object_name(first, second, label);
  for (int pass = 1; taken(candidate); ++pass) {
    candidate = object_name(first, second, label + std::to_string(pass));
  }
  return candidate;
}

}  // namespace pgplumb::parse
