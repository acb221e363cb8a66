#include <algorithm>

#include "diff/rules.hpp"
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
  return std::any_of(users.begin(), users.end(), [](const ObjectId& user) {
    return user.kind == ObjectKind::attribute || user.kind == ObjectKind::relation;
  });
}

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
  for (const CompositeAttribute& attribute : current.attributes) {
    if (find(desired.attributes, attribute.name) != nullptr) continue;
    SqlWriter sql = alter_type(id);
    Action action = change(id, sql.keyword("DROP ATTRIBUTE").name(attribute.name));
    if (is_stored(id, scope)) action.hazard(Hazard::drops_column, attribute.name.text());
    actions.add(std::move(action));
  }
  for (const CompositeAttribute& attribute : desired.attributes) {
    const CompositeAttribute* before = find(current.attributes, attribute.name);
    SqlWriter sql = alter_type(id);
    if (before == nullptr) {
      write_attribute(sql.keyword("ADD ATTRIBUTE"), attribute);
      actions.add(change(id, sql));
    } else if (compare_any(*before, attribute) != Verdict::equal) {
      if (is_stored(id, scope)) {
        return Actions::not_possible("columns hold values of it; the type of attribute " +
                                     attribute.name.text() + " can't change");
      }
      sql.keyword("ALTER ATTRIBUTE").name(attribute.name).keyword("TYPE").type(attribute.type);
      if (!attribute.collation.empty()) sql.keyword("COLLATE").name(attribute.collation);
      actions.add(change(id, sql));
    }
  }
  return actions;
}

Actions rename(const ObjectId& before, const ObjectId& after, const CompositeType&, const Scope&) {
  return rename_in_namespace("TYPE", before, after);
}

}  // namespace pgplumb::diff
