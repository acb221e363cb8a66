#include <algorithm>

#include "diff/rules.hpp"
#include "diff/type_users.hpp"
#include "diff/typed_tables.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

using Attributes = std::vector<CompositeAttribute>;

void write_attribute(SqlWriter& sql, const CompositeAttribute& attribute) {
  sql.name(attribute.name).type(attribute.type);
  if (!attribute.collation.empty()) sql.keyword("COLLATE").name(attribute.collation);
}

const CompositeAttribute* find(const Attributes& attributes, const Identifier& name) {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const CompositeAttribute& a) { return a.name == name; });
  return found == attributes.end() ? nullptr : &*found;
}

// Attributes that stay keep their order and new ones stand behind them: what ALTER TYPE can reach.
bool is_reachable(const Attributes& current, const Attributes& desired) {
  std::vector<Identifier> reached;
  for (const CompositeAttribute& attribute : current) {
    if (find(desired, attribute.name) != nullptr) reached.push_back(attribute.name);
  }
  for (const CompositeAttribute& attribute : desired) {
    if (find(current, attribute.name) == nullptr) reached.push_back(attribute.name);
  }
  return std::equal(
      reached.begin(), reached.end(), desired.begin(), desired.end(),
      [](const Identifier& name, const CompositeAttribute& a) { return name == a.name; });
}

// Values of the type stored in tables: the server does not convert those.
bool is_stored(const ObjectId& id, const Scope& scope) {
  const auto users = scope.dependents_of(id);
  return std::any_of(users.begin(), users.end(),
                     [](const ObjectId& user) { return user.kind == ObjectKind::attribute; });
}

// ALTER TYPE … CASCADE, and what it does to tables of the type.
class TypedTables {
 public:
  TypedTables(const ObjectId& type, const Scope& scope)
      : scope_(scope), tables_(typed_tables(type, scope)) {}

  [[nodiscard]] bool empty() const { return tables_.empty(); }
  void write(SqlWriter& sql) const { sql.keyword_if(!empty(), "CASCADE"); }
  void drop_column(Action& action, const Identifier& name) const {
    for_each(action, name, [&](const ObjectId& column) { action.breaks.push_back(column); });
    if (!empty()) action.hazard(Hazard::drops_column, name.text());
  }
  void change_column(Action& action, const Identifier& name) const {
    for_each(action, name, [&](const ObjectId& column) {
      for (const ObjectId& user : in_the_way_of_column(column, scope_)) action.await(user);
    });
    if (empty()) return;
    action.rewrites = true;
    action.hazard(Hazard::rewrites_table, name.text());
  }
  void add_column(Action& action) const {
    for (const ObjectId& table : tables_) {
      action.lock(table.qualified_name(), LockMode::access_exclusive);
    }
  }

 private:
  template <typename Visit>
  void for_each(Action& action, const Identifier& name, Visit&& visit) const {
    add_column(action);
    for (const ObjectId& table : tables_) visit(part_of(table, ObjectKind::attribute, name));
  }

  const Scope& scope_;
  std::vector<ObjectId> tables_;
};

SqlWriter alter_type(const ObjectId& id) {
  return SqlWriter("ALTER TYPE").name(id.qualified_name());
}

Action change(const ObjectId& id, const SqlWriter& sql) {
  Action action = Action::making(id);
  return action.statement(sql);
}

}  // namespace

Actions create(const ObjectId& id, const CompositeType& desired, const Scope&) {
  SqlWriter sql("CREATE TYPE");
  sql.name(id.qualified_name()).keyword("AS").open();
  bool first = true;
  for (const CompositeAttribute& attribute : desired.attributes) {
    if (!first) sql.comma();
    first = false;
    write_attribute(sql.line(1), attribute);
  }
  if (!first) sql.line();
  return Action::making(id).statement(sql.close());
}

Actions drop(const ObjectId& id, const CompositeType&, const Scope&) {
  return drop_named("TYPE", id);
}

Actions alter(const ObjectId& id, const CompositeType& current, const CompositeType& desired,
              const Changed<CompositeType>&, const Scope& scope) {
  if (!is_reachable(current.attributes, desired.attributes)) return Actions::replacement();
  Actions actions;
  const TypedTables tables(id, scope);
  for (const CompositeAttribute& attribute : current.attributes) {
    if (find(desired.attributes, attribute.name) != nullptr) continue;
    SqlWriter sql = alter_type(id);
    tables.write(sql.keyword("DROP ATTRIBUTE").name(attribute.name));
    Action action = change(id, sql);
    if (is_stored(id, scope)) action.hazard(Hazard::drops_column, attribute.name.text());
    tables.drop_column(action, attribute.name);
    actions.add(std::move(action));
  }
  for (const CompositeAttribute& attribute : desired.attributes) {
    const CompositeAttribute* before = find(current.attributes, attribute.name);
    SqlWriter sql = alter_type(id);
    if (before == nullptr) {
      write_attribute(sql.keyword("ADD ATTRIBUTE"), attribute);
      tables.write(sql);
      Action action = change(id, sql);
      tables.add_column(action);
      actions.add(std::move(action));
    } else if (compare_any(*before, attribute) != Verdict::equal) {
      if (is_stored(id, scope)) {
        return Actions::not_possible("columns hold values of it; the type of attribute " +
                                     attribute.name.text() +
                                     " can't change; make a second type, give the columns that one "
                                     "and drop the first");
      }
      sql.keyword("ALTER ATTRIBUTE").name(attribute.name).keyword("TYPE").type(attribute.type);
      if (!attribute.collation.empty()) sql.keyword("COLLATE").name(attribute.collation);
      tables.write(sql);
      Action action = change(id, sql);
      tables.change_column(action, attribute.name);
      actions.add(std::move(action));
    }
  }
  return actions;
}

Actions rename(const ObjectId& before, const ObjectId& after, const CompositeType&, const Scope&) {
  return rename_in_namespace("TYPE", before, after);
}

}  // namespace pgplumb::diff
