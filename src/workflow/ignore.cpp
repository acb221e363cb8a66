#include "workflow/ignore.hpp"

#include <algorithm>

namespace pgplumb::workflow {

bool matches(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  return std::all_of(pattern.begin() + static_cast<std::ptrdiff_t>(p), pattern.end(),
                     [](char c) { return c == '*'; });
}

void leave_out(Catalog& catalog, const std::vector<std::string>& patterns) {
  if (patterns.empty()) return;
  std::vector<ObjectId> gone;
  for (const auto& [id, object] : catalog.objects()) {
    const std::string name = shown(id);
    const bool hit = std::any_of(patterns.begin(), patterns.end(),
                                 [&](const std::string& p) { return matches(p, name); });
    if (hit) gone.push_back(id);
  }
  for (const ObjectId& id : gone) catalog.erase_with_parts(id);
}

void leave_out_history(Catalog& catalog, const migrations::HistoryTable& table) {
  for (const ObjectId& own : migrations::own_tables_in(catalog, table)) {
    catalog.erase_with_parts(own);
  }
}

namespace {

// A namespace that was made for such tables alone.
void leave_out_empty_namespace(Catalog& catalog, const std::string& space) {
  const ObjectId id = object_id(ObjectKind::namespace_, Identifier(space));
  const auto& objects = catalog.objects();
  const bool used = std::any_of(objects.begin(), objects.end(),
                                [&](const auto& entry) { return entry.first.space == space; });
  if (!used && space != "public") catalog.erase_with_parts(id);
}

}  // namespace

void leave_out_tables(Catalog& catalog, const std::vector<std::string>& tables) {
  for (const std::string& name : tables) {
    const std::size_t dot = name.find('.');
    if (dot == std::string::npos) continue;
    const ObjectId id =
        object_id(ObjectKind::relation, qualified(name.substr(0, dot), name.substr(dot + 1)));
    for (const ObjectId& index : catalog.indexes_of(id.qualified_name())) {
      catalog.erase_with_parts(index);
    }
    catalog.erase_with_parts(id);
  }
  for (const std::string& name : tables) {
    leave_out_empty_namespace(catalog, name.substr(0, name.find('.')));
  }
}

}  // namespace pgplumb::workflow
