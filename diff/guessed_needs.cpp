#include "diff/guessed_needs.hpp"

#include <array>
#include <cctype>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>

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

enum class Sign : std::uint8_t { none, letter, symbol };

Sign sign_of(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (std::isalnum(byte) != 0 || c == '_' || c == '$' || byte >= 0x80) return Sign::letter;
  return std::string_view("+-*/<>=~!@#%^&|`?").find(c) == std::string_view::npos ? Sign::none
                                                                                 : Sign::symbol;
}

// Names as the catalog would hold them: lower case, or as they stand between double quotes. Those
// of operators, too.
WordSet words_of(const std::string& text) {
  WordSet words;
  std::string word;
  Sign last = Sign::none;
  const auto go_on_with = [&](Sign sign) {
    if (!word.empty() && sign != last) words.insert(std::exchange(word, {}));
    last = sign;
  };
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') {
      go_on_with(Sign::none);
      quoted = !quoted;
      continue;
    }
    go_on_with(quoted ? Sign::letter : sign_of(c));
    const bool letter = last == Sign::letter && !quoted;
    if (last != Sign::none) {
      word += letter ? static_cast<char>(std::tolower(static_cast<unsigned char>(c))) : c;
    }
  }
  go_on_with(Sign::none);
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

// What needs the object itself it can't use.
bool may_be_used(const Catalog& catalog, const ObjectId& other, const ObjectId& id) {
  return !mentions(catalog, other, id.name) && !requires_it(catalog, other, id);
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
