#include "diff/guessed_needs.hpp"

#include <array>
#include <set>
#include <string>
#include <utility>

#include "diff/words.hpp"

namespace pgplumb::diff {
namespace {

using WordSet = std::set<std::string>;

// What queries and bodies name.
constexpr std::array kUsable = {
    ObjectKind::relation,          ObjectKind::view,
    ObjectKind::materialized_view, ObjectKind::routine,
    ObjectKind::aggregate,         ObjectKind::sequence,
    ObjectKind::enum_type,         ObjectKind::domain,
    ObjectKind::composite_type,    ObjectKind::range_type,
    ObjectKind::base_type,         ObjectKind::operator_,
    ObjectKind::collation,         ObjectKind::text_search_configuration};

// Of the queries and bodies that were not understood. A routine's body is only read for the names
// that stand in it as such.
WordSet open_words(const Catalog& catalog, const ObjectId& id) {
  WordSet words;
  const bool body = id.kind == ObjectKind::routine;
  for (const Expression* expression : queries_of(catalog, id)) {
    if (expression->closed || (!body && !expression->references.empty())) continue;
    for (Word& word : words_in(expression->text)) words.insert(std::move(word.text));
  }
  return words;
}

// Whether `id` needs `other`, directly or through others.
bool requires_it(const Catalog& catalog, const ObjectId& id, const ObjectId& other) {
  std::set<ObjectId> seen = {id};
  std::vector<ObjectId> open = {id};
  while (!open.empty()) {
    const ObjectId next = open.back();
    open.pop_back();
    for (const ObjectId& needed : requirements_of(catalog, next)) {
      if (needed == other) return true;
      if (seen.insert(needed).second) open.push_back(needed);
    }
  }
  return false;
}

// What needs the object itself it can't use.
bool may_be_used(const Catalog& catalog, const ObjectId& other, const ObjectId& id) {
  return !open_words(catalog, other).contains(id.name) && !requires_it(catalog, other, id);
}

void add_table(const Catalog& catalog, const ObjectId& table, const WordSet& words,
               std::vector<ObjectId>& found) {
  found.push_back(table);
  for (const ObjectId& column : catalog.parts_of(table, ObjectKind::attribute)) {
    if (words.contains(column.member)) found.push_back(column);
  }
}

// A body may take the columns of rows that are its arguments, without a word about their table.
void add_argument_rows(const Catalog& catalog, const ObjectId& id, const WordSet& words,
                       std::vector<ObjectId>& found) {
  const auto* routine = catalog.get<Routine>(id);
  if (routine == nullptr) return;
  for (const Argument& argument : routine->arguments) {
    const auto type = catalog.find_type(argument.type.name);
    if (type && type->kind == ObjectKind::relation) add_table(catalog, *type, words, found);
  }
}

}  // namespace

std::vector<const Expression*> queries_of(const Catalog& catalog, const ObjectId& id) {
  std::vector<const Expression*> queries;
  const auto add = [&](const Expression& query) {
    if (!query.empty()) queries.push_back(&query);
  };
  if (const auto* view = catalog.get<View>(id)) add(view->query);
  if (const auto* view = catalog.get<MaterializedView>(id)) add(view->query);
  if (const auto* routine = catalog.get<Routine>(id)) add(routine->sql_body);
  if (const auto* rule = catalog.get<Rule>(id)) {
    for (const Expression& action : rule->actions) add(action);
  }
  return queries;
}

std::vector<ObjectId> guessed_needs(const Catalog& catalog, const ObjectId& id) {
  std::vector<ObjectId> found;
  const WordSet words = open_words(catalog, id);
  if (words.empty()) return found;
  add_argument_rows(catalog, id, words, found);
  for (const ObjectKind kind : kUsable) {
    ObjectId first;
    first.kind = kind;
    const auto& objects = catalog.objects();
    for (auto it = objects.lower_bound(first); it != objects.end() && it->first.kind == kind;
         ++it) {
      const ObjectId& other = it->first;
      if (other == id || !words.contains(other.name)) continue;
      if (kind == ObjectKind::relation) {
        add_table(catalog, other, words, found);
      } else if (may_be_used(catalog, other, id)) {
        found.push_back(other);
      }
    }
  }
  return found;
}

}  // namespace pgplumb::diff
