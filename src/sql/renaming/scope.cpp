#include "sql/renaming/scope.hpp"

#include <algorithm>

namespace pgplumb::sql::renaming {

bool Columns::contains(const std::string& name) const {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool Scope::known() const {
  return std::all_of(items.begin(), items.end(),
                     [](const Item& item) { return item.hidden || item.columns.known; });
}

// The text is valid, so that a name which one item has for certain is no other's.
FoundColumn find_column(const Scope* scope, const std::string& name) {
  bool unsure = false;
  for (; scope != nullptr; scope = scope->outer) {
    for (const Item& item : scope->items) {
      if (!item.hidden && item.columns.contains(name)) return {&item, scope, unsure};
    }
    unsure = unsure || !scope->known();
  }
  return {nullptr, nullptr, unsure};
}

const Item* find_item(const Scope* scope, const std::string& name, const std::string& space) {
  for (; scope != nullptr; scope = scope->outer) {
    for (const Item& item : scope->items) {
      if (!item.hidden && item.name == name && (space.empty() || item.space == space)) {
        return &item;
      }
    }
  }
  return nullptr;
}

const CommonTable* find_common_table(const Scope* scope, const std::string& name) {
  for (; scope != nullptr; scope = scope->outer) {
    for (const CommonTable& table : scope->common_tables) {
      if (table.name == name) return &table;
    }
  }
  return nullptr;
}

bool is_ambiguous(const Scope* scope, const FoundColumn& found, const std::string& name) {
  for (;; scope = scope->outer) {
    for (const Item& item : scope->items) {
      if (&item == found.item || item.hidden) continue;
      if (!item.columns.known || item.columns.contains(name)) return true;
    }
    if (scope == found.scope) return false;
  }
}

}  // namespace pgplumb::sql::renaming
