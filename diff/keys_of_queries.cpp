#include "diff/keys_of_queries.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "diff/guessed_needs.hpp"
#include "diff/words.hpp"

namespace pgplumb::diff {
namespace {

class KeyFinder {
 public:
  KeyFinder(const Catalog& catalog, std::vector<ObjectId>& found)
      : catalog_(catalog), found_(found), uses_(found.begin(), found.end()) {}

  void look_into(const std::string& text) {
    const std::vector<Word> words = words_in(text);
    std::set<std::string> named;
    bool groups = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      groups = groups || words[i].text == "group";
      const bool names_one =
          i > 1 && words[i - 1].text == "constraint" && words[i - 2].text == "on";
      if (names_one) named.insert(words[i].text);
    }
    if (!groups && named.empty()) return;
    for (const ObjectId& table : uses_) {
      if (table.kind == ObjectKind::relation) add_keys(table, groups, named);
    }
  }

 private:
  void add_keys(const ObjectId& table, bool groups, const std::set<std::string>& named) {
    for (const ObjectId& key : catalog_.parts_of(table, ObjectKind::constraint)) {
      if (named.contains(key.member) || (groups && may_group_by(table, key))) {
        found_.push_back(key);
      }
    }
  }

  // A query that groups by a primary key may name the table's other columns ungrouped. Which it
  // does is not asked; one that names all of the key's columns may.
  [[nodiscard]] bool may_group_by(const ObjectId& table, const ObjectId& key) const {
    const auto& constraint = *catalog_.get<Constraint>(key);
    return constraint.type == ConstraintType::primary_key &&
           std::all_of(constraint.columns.begin(), constraint.columns.end(),
                       [&](const Identifier& column) {
                         return uses_.contains(part_of(table, ObjectKind::attribute, column));
                       });
  }

  const Catalog& catalog_;
  std::vector<ObjectId>& found_;
  const std::set<ObjectId> uses_;
};

}  // namespace

void add_keys_of_queries(const Catalog& catalog, const ObjectId& id, std::vector<ObjectId>& found) {
  const auto queries = queries_of(catalog, id);
  if (queries.empty()) return;
  KeyFinder finder(catalog, found);
  for (const Expression* query : queries) finder.look_into(query->text);
}

}  // namespace pgplumb::diff
