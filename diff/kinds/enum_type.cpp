#include <algorithm>
#include <set>

#include "base/characters.hpp"
#include "diff/inheritance.hpp"
#include "diff/initial_access.hpp"
#include "diff/rules.hpp"
#include "diff/statistics_target.hpp"
#include "diff/type_users.hpp"
#include "diff/wording.hpp"
#include "schema/quote.hpp"

namespace pgplumb::diff {
namespace {

using Labels = std::vector<std::string>;

SqlWriter create_type(const ObjectId& id, const EnumType& type) {
  SqlWriter sql("CREATE TYPE");
  sql.name(id.qualified_name()).keyword("AS ENUM").open();
  sql.list(type.labels, [&](const std::string& label) { sql.literal(label); });
  return sql.close();
}

// All present labels stay, in their order.
bool only_adds(const Labels& current, const Labels& desired) {
  auto at = desired.begin();
  for (const std::string& label : current) {
    at = std::find(at, desired.end(), label);
    if (at == desired.end()) return false;
    ++at;
  }
  return true;
}

// Finds a text among the expressions of an object.
class LabelFinder : public ReferenceVisitor {
 public:
  explicit LabelFinder(std::string literal) : literal_(std::move(literal)) {}
  void expression(const Expression& expression, const ExpressionContext&) {
    found_ = found_ || expression.text.find(literal_) != std::string::npos;
  }
  [[nodiscard]] bool found() const { return found_; }

 private:
  std::string literal_;
  bool found_ = false;
};

// A label can't be used in the transaction that adds it. Whether anything that this plan may write
// does: texts of the desired state that stand there newly.
bool is_used_at_once(const std::string& label, const Scope& scope) {
  for (const auto& [id, object] : scope.desired.objects()) {
    LabelFinder desired(quote_literal(label));
    visit_references(id, object, desired);
    if (!desired.found()) continue;
    LabelFinder current(quote_literal(label));
    if (const Object* before = scope.current.find(id)) visit_references(id, *before, current);
    if (!current.found()) return true;
  }
  return false;
}

Actions add_labels(const ObjectId& id, const Labels& current, const Labels& desired,
                   const Scope& scope) {
  Actions actions;
  const std::set<std::string> known(current.begin(), current.end());
  for (std::size_t i = 0; i < desired.size(); ++i) {
    if (known.contains(desired[i])) continue;
    SqlWriter sql("ALTER TYPE");
    sql.name(id.qualified_name()).keyword("ADD VALUE").literal(desired[i]);
    // Labels before this one exist by now, so only the first place needs the next one.
    const bool at_end =
        std::none_of(desired.begin() + static_cast<std::ptrdiff_t>(i), desired.end(),
                     [&](const std::string& label) { return known.contains(label); });
    if (i > 0 && !at_end) sql.keyword("AFTER").literal(desired[i - 1]);
    if (i == 0 && !current.empty()) sql.keyword("BEFORE").literal(current.front());
    Action action = Action::making(id);
    action.statement(sql).hazard(Hazard::irreversible, "a label can't be removed again");
    if (is_used_at_once(desired[i], scope)) action.transaction = Transaction::forbidden;
    actions.add(std::move(action));
  }
  return actions;
}

// A name that nothing has.
QualifiedName spare_name(const ObjectId& id, const Scope& scope) {
  for (int i = 0;; ++i) {
    const std::string suffix = i == 0 ? "_old" : "_old" + std::to_string(i);
    QualifiedName name =
        qualified(id.space, clipped(id.name, kMaxNameBytes - suffix.size()) + suffix);
    if (!scope.current.find_type(name) && !scope.desired.find_type(name)) return name;
  }
}

bool is_foreign(const ObjectId& column, const Scope& scope) {
  const auto* table = scope.desired.get<Relation>(*parent_of(column));
  return table != nullptr && table->relation_kind == RelationKind::foreign;
}

Action retype(const ObjectId& column, const Attribute& attribute, const ObjectId& type,
              const Scope& scope) {
  TypeRef text = builtin_type("text");
  text.array = attribute.type.array;
  SqlWriter sql = alter_holder(column);
  sql.keyword("ALTER COLUMN").name(Identifier(column.member)).keyword("TYPE").type(attribute.type);
  // A foreign table has no values that could be converted.
  const bool foreign = is_foreign(column, scope);
  if (!foreign) {
    sql.keyword("USING").name(Identifier(column.member)).cast(text).cast(attribute.type);
  }
  Action action = Action::making(type);
  action.statement(sql).lock(column.qualified_name(), LockMode::access_exclusive);
  // The server alters no inherited column, and one below along with its parent's: what leaves does
  // so before.
  const ObjectId table = *parent_of(column);
  if (scope.current.get<Attribute>(column)->inherited_from > 0) action.need(table);
  for (const ObjectId& child : children_of(scope.current, table)) {
    if (leaves(child, table, scope)) action.need(child);
  }
  if (foreign) return action;
  action.rewrites = true;
  action.scans = true;
  action.hazards.push_back({Hazard::rewrites_table, column, ""});
  return action;
}

// A table that becomes a child does so when its columns have the new type.
bool stays_inherited(const ObjectId& column, const Attribute& desired, const Scope& scope) {
  const auto* current = scope.current.get<Attribute>(column);
  return desired.inherited_from > 0 && (current == nullptr || current->inherited_from > 0);
}

// Another type takes away how the column is stored, that of an array for one.
Actions keep_storage(const ObjectId& column, const Attribute& attribute, const ObjectId& type) {
  const auto own = [&] {
    SqlWriter sql("ALTER TABLE ONLY");
    return sql.name(column.qualified_name())
        .keyword("ALTER COLUMN")
        .name(Identifier(column.member));
  };
  const auto set = [&](const SqlWriter& sql) {
    Action action = Action::making(type);
    return action.statement(sql).lock(column.qualified_name(), LockMode::access_exclusive);
  };
  Actions actions;
  if (attribute.storage != Storage::type_default) {
    actions.add(set(own().keyword("SET STORAGE").keyword(storage_word(attribute.storage))));
  }
  if (!attribute.compression.empty()) {
    actions.add(set(own().keyword("SET COMPRESSION").name(attribute.compression)));
  }
  return actions;
}

// Whether what the column gets instead is made of this type, and can't be there before it.
bool is_made_of(const TypeRef& desired, const ObjectId& type, const Scope& scope) {
  const auto other = scope.desired.find_type(desired.name);
  if (!other) return false;
  const auto needed = requirements_of(scope.desired, *other);
  return std::ranges::count(needed, type) > 0;
}

// A column that leaves the type, or goes, has to do so before the old one is dropped.
void wait_for_leaving_column(Action& drop, const ObjectId& column, const ObjectId& type,
                             const Scope& scope) {
  const auto* desired = scope.desired.get<Attribute>(column);
  if (desired == nullptr) {
    drop.await(column);
  } else if (!is_made_of(desired->type, type, scope)) {
    drop.need(column);
  }
}

// The type under its old name is kept until the last column has left it.
Actions recreate(const ObjectId& id, const EnumType& desired, const Scope& scope) {
  const QualifiedName spare = spare_name(id, scope);
  Actions actions;
  SqlWriter aside("ALTER TYPE");
  aside.name(id.qualified_name()).keyword("RENAME TO").name(spare.name);
  Action first = Action::making(id);
  first.statement(aside).hazard(Hazard::drops_enum_value);
  const TypeUsers users = users_of_type(id, scope);
  first.awaits = users.in_the_way;
  actions.replace = users.in_the_way;
  actions.remake = users.facts;
  actions.add(std::move(first));
  actions.add(Action::making(id).statement(create_type(id, desired)));
  // What needs one of the columns waits until the old type is gone.
  Actions storage;
  SqlWriter drop("DROP TYPE");
  Action gone = Action::making(id).statement(drop.name(spare));
  for (const ObjectId& column : users.columns) {
    // Dropped and made again.
    if (std::ranges::count(users.in_the_way, column) > 0) continue;
    // Columns that leave the type, and inherited ones, are altered elsewhere.
    const auto* attribute = scope.desired.get<Attribute>(column);
    if (attribute == nullptr || attribute->type.name != id.qualified_name()) {
      wait_for_leaving_column(gone, column, id, scope);
      continue;
    }
    if (const auto table = partitioned_by(column, scope)) {
      return Actions::not_possible(described(column) + " has the type: " + keeps_types(*table));
    }
    if (!stays_inherited(column, *attribute, scope)) {
      actions.add(retype(column, *attribute, id, scope));
    }
    storage.add(keep_storage(column, *attribute, id));
    storage.add(renew_statistics_targets(column, scope));
    gone.makes.push_back(column);
  }
  actions.add(std::move(storage));
  actions.add(std::move(gone));
  return actions.add(surplus_access(id, scope));
}

}  // namespace

Actions create(const ObjectId& id, const EnumType& desired, const Scope&) {
  return Action::making(id).statement(create_type(id, desired));
}

Actions drop(const ObjectId& id, const EnumType&, const Scope&) { return drop_named("TYPE", id); }

Actions alter(const ObjectId& id, const EnumType& current, const EnumType& desired,
              const Changed<EnumType>&, const Scope& scope) {
  if (only_adds(current.labels, desired.labels)) {
    return add_labels(id, current.labels, desired.labels, scope);
  }
  return recreate(id, desired, scope);
}

Actions rename(const ObjectId& before, const ObjectId& after, const EnumType&, const Scope&) {
  return rename_in_namespace("TYPE", before, after);
}

}  // namespace pgplumb::diff
