#include "diff/guessed_needs.hpp"

#include <cctype>
#include <set>
#include <string>

namespace pgplumb::diff {
namespace {

using WordSet = std::set<std::string>;

// Names as the catalog would hold them: lower case, or as they stand between double quotes.
WordSet words_of(const std::string& text) {
  WordSet words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.insert(word);
    word.clear();
  };
  bool quoted = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"') {
      finish();
      quoted = !quoted;
    } else if (quoted) {
      word += c;
    } else if (std::isalnum(byte) != 0 || c == '_' || c == '$' || byte >= 0x80) {
      word += static_cast<char>(std::tolower(byte));
    } else {
      finish();
    }
  }
  finish();
  return words;
}

// The text of a query or body that was not understood; empty otherwise.
const std::string* open_text(const Catalog& catalog, const ObjectId& id) {
  const Expression* expression = query_of(catalog, id);
  const bool open = expression != nullptr && !expression->empty() && !expression->closed &&
                    expression->references.empty();
  return open ? &expression->text : nullptr;
}

bool mentions(const Catalog& catalog, const ObjectId& id, const std::string& name) {
  const std::string* text = open_text(catalog, id);
  return text != nullptr && words_of(*text).contains(name);
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

// A routine's body reads views and calls routines; one that needs the routine itself it can't.
bool may_be_used(const Catalog& catalog, const ObjectId& other, const ObjectId& id) {
  if (mentions(catalog, other, id.name)) return false;
  return id.kind != ObjectKind::routine || !requires_it(catalog, other, id);
}

void add_table(const Catalog& catalog, const ObjectId& table, const WordSet& words,
               std::vector<ObjectId>& found) {
  found.push_back(table);
  for (const ObjectId& column : catalog.parts_of(table, ObjectKind::attribute)) {
    if (words.contains(column.member)) found.push_back(column);
  }
}

}  // namespace

const Expression* query_of(const Catalog& catalog, const ObjectId& id) {
  if (const auto* view = catalog.get<View>(id)) return &view->query;
  if (const auto* view = catalog.get<MaterializedView>(id)) return &view->query;
  if (const auto* routine = catalog.get<Routine>(id)) return &routine->sql_body;
  return nullptr;
}

std::vector<ObjectId> guessed_needs(const Catalog& catalog, const ObjectId& id) {
  std::vector<ObjectId> found;
  const std::string* text = open_text(catalog, id);
  if (text == nullptr) return found;
  const WordSet words = words_of(*text);
  for (const ObjectKind kind : {ObjectKind::relation, ObjectKind::view,
                                ObjectKind::materialized_view, ObjectKind::routine}) {
    if (kind == ObjectKind::routine && id.kind != ObjectKind::routine) continue;
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
