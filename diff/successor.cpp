#include "diff/successor.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "diff/guessed_needs.hpp"
#include "diff/moved_columns.hpp"
#include "diff/shell.hpp"
#include "diff/taken_names.hpp"
#include "schema/quote.hpp"

namespace pgplumb::diff {

std::vector<ObjectId> readers_of(const ObjectId& gone, const Scope& scope) {
  std::vector<ObjectId> readers;
  for (const ObjectId& user : scope.dependents_of(gone)) {
    const bool view = user.kind == ObjectKind::view || user.kind == ObjectKind::materialized_view;
    if (view) readers.push_back(user);
  }
  return readers;
}

std::vector<ObjectId> heirs_of(const ObjectId& gone, const Scope& scope) {
  // A shell is filled, it does not go.
  if (gone.kind == ObjectKind::shell_type) return {};
  std::vector<ObjectId> heirs;
  for (const ObjectId& user : scope.dependents_of(gone)) {
    // Facts about an object hang on nothing but it and whoever granted them; the index behind a
    // constraint goes with that.
    const bool about_its_index =
        gone.kind == ObjectKind::constraint && user.subject == ObjectKind::index;
    const bool hangs_on_it = !is_about(user.kind) || about_its_index;
    if (hangs_on_it && !scope.is_dropped(user)) heirs.push_back(user);
  }
  if (gone.kind == ObjectKind::extension) {
    for (const ObjectId& user : users_of_taken_names(gone, scope)) {
      // A table stays, whatever its partition key calls.
      if (user.kind != ObjectKind::relation && !scope.is_dropped(user)) heirs.push_back(user);
    }
  }
  // They go with the type, though they need no more of it than its shell.
  if (gone.subject) return heirs;
  const auto functions = support_functions(gone, scope.current);
  heirs.insert(heirs.end(), functions.begin(), functions.end());
  return heirs;
}

namespace {

// The new partition that has to wait for the one that goes, as both can't be there at once.
bool takes_place_of(const ObjectId& partition, const ObjectId& gone, const Scope& scope) {
  const auto* before = scope.current.get<Relation>(gone);
  const auto* after = scope.desired.get<Relation>(partition);
  return before != nullptr && after != nullptr && !before->partition_of.empty() &&
         before->partition_of == after->partition_of && scope.is_new(partition);
}

// What is altered by saying all of it anew.
bool is_restated(ObjectKind kind) {
  return kind == ObjectKind::view || kind == ObjectKind::materialized_view ||
         kind == ObjectKind::rule || kind == ObjectKind::routine || kind == ObjectKind::policy;
}

bool needs_place_of(const ObjectId& user, const ObjectId& gone, const Scope& scope) {
  if (gone.kind != ObjectKind::relation || !is_restated(user.kind)) return false;
  if (!scope.desired.contains(user)) return false;
  const auto needed = requirements_of(scope.desired, user);
  return std::ranges::any_of(needed, [&](const ObjectId& id) {
    return id.kind == gone.kind && takes_place_of(id, gone, scope);
  });
}

// Routines keep naming it by its name, and go with it all the same.
bool is_left_as_shell(const ObjectId& gone, const Scope& scope) {
  const bool type = gone.kind == ObjectKind::base_type || gone.kind == ObjectKind::range_type;
  ObjectId shell = gone;
  shell.kind = ObjectKind::shell_type;
  return type && scope.desired.contains(shell);
}

std::size_t end_of_name(const std::string& text, std::size_t at) {
  const bool quoted = at < text.size() && text[at] == '"';
  while (quoted) {
    at = text.find('"', at + 1);
    if (at == std::string::npos) return text.size();
    if (text.compare(at, 2, "\"\"") != 0) return at + 1;
    ++at;  // a quote in the name
  }
  while (at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 ||
                              text[at] == '_' || static_cast<unsigned char>(text[at]) >= 0x80)) {
    ++at;
  }
  return at;
}

// Whether `query` has `table alias(column, …)`, which gives the columns other names by their
// places.
bool renames_columns(const std::string& query, const std::string& table) {
  for (auto at = query.find(table); at != std::string::npos; at = query.find(table, at + 1)) {
    const std::size_t alias = at + table.size() + 1;
    if (alias >= query.size() || query[alias - 1] != ' ') continue;
    const std::size_t end = end_of_name(query, alias);
    if (end > alias && end < query.size() && query[end] == '(') return true;
  }
  return false;
}

// A query that does counts the column that is still there.
bool counts_columns_of(const ObjectId& user, const ObjectId& gone, const Scope& scope) {
  const std::string table = quote_identifier(gone.name);
  const std::vector<const Expression*> queries = queries_of(scope.desired, user);
  return std::ranges::any_of(
      queries, [&](const Expression* query) { return renames_columns(query->text, table); });
}

// A table has one primary key: what names the next one, or groups by it, comes after the last one
// has gone, which waits until nothing names that.
bool needs_next_key(const ObjectId& user, const ObjectId& gone, const Scope& scope) {
  const auto* key = scope.current.get<Constraint>(gone);
  if (key == nullptr || key->type != ConstraintType::primary_key) return false;
  if (!scope.desired.contains(user)) return false;
  return std::ranges::any_of(needed_by(scope.desired, user), [&](const ObjectId& id) {
    const auto* next = scope.desired.get<Constraint>(id);
    return next != nullptr && next->type == ConstraintType::primary_key && id != gone &&
           parent_of(id) == parent_of(gone);
  });
}

}  // namespace

bool clings_to(const ObjectId& user, const ObjectId& gone, const Scope& scope) {
  const auto* constraint = scope.current.get<Constraint>(user);
  if (constraint != nullptr && constraint->type == ConstraintType::foreign_key) {
    return gone.kind == ObjectKind::constraint || gone.kind == ObjectKind::index;
  }
  if (calls_successor(user, gone, scope)) return true;
  if (needs_next_key(user, gone, scope)) return true;
  if (is_restated(user.kind) && means_another_column(user, gone, scope)) return true;
  if (gone.kind == ObjectKind::attribute && counts_columns_of(user, gone, scope)) return true;
  if (user.kind == ObjectKind::routine && is_left_as_shell(gone, scope)) return true;
  // Domains and tables set what calls a routine by themselves.
  const bool sets = user.kind == ObjectKind::domain || user.kind == ObjectKind::relation;
  if (needs_place_of(user, gone, scope)) return true;
  return has_other_overload(gone, scope) && !sets;
}

ObjectId whole_of(const ObjectId& id, const Scope& scope) {
  const auto* value = scope.current.get<AttributeDefault>(id);
  if (value == nullptr || !value->generated) return id;
  ObjectId column = id;
  column.kind = ObjectKind::attribute;
  return column;
}

bool has_other_overload(const ObjectId& gone, const Scope& scope) {
  return gone.kind == ObjectKind::routine &&
         !scope.desired.find_routines(gone.qualified_name()).empty();
}

}  // namespace pgplumb::diff
