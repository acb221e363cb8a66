#include "workflow/likeness.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <variant>

#include "base/diagnostic.hpp"
#include "diff/compare.hpp"
#include "parse/plpgsql_scanner.hpp"
#include "sql/select_list.hpp"
#include "workflow/difference_text.hpp"

namespace pgplumb::workflow {
namespace {

bool only_fields(const diff::Change& change, std::initializer_list<std::string_view> names) {
  return std::ranges::all_of(change.fields, [&](const diff::FieldChange& field) {
    return std::ranges::find(names, field.name) != names.end();
  });
}

// What the tokens are, as written: comments and the space between are none.
bool same_tokens(std::string_view one, std::string_view other) {
  const auto first = parse::scan_plpgsql(one);
  const auto second = parse::scan_plpgsql(other);
  return std::ranges::equal(first, second, [&](const auto& a, const auto& b) {
    return one.substr(a.begin, a.end - a.begin) == other.substr(b.begin, b.end - b.begin);
  });
}

bool in_white_space(const diff::Change& change) {
  const auto* current = std::get_if<Routine>(&*change.current);
  if (current == nullptr || !only_fields(change, {"body"})) return false;
  const auto& desired = std::get<Routine>(*change.desired);
  const std::string& language = desired.language.text();
  return (language == "sql" || language == "plpgsql") && same_tokens(current->body, desired.body);
}

template <typename T>
bool in_column_order(const diff::Change& change) {
  const auto* current = std::get_if<T>(&*change.current);
  if (current == nullptr || !only_fields(change, {"columns", "query"})) return false;
  const auto& desired = std::get<T>(*change.desired);
  return std::ranges::is_permutation(current->columns, desired.columns) &&
         sql::differ_in_column_order(current->query.text, desired.query.text);
}

Likeness likeness_of(const diff::Change& change) {
  if (change.verb != diff::Verb::alter) return Likeness::different;
  if (in_white_space(change)) return Likeness::white_space;
  const bool order = in_column_order<View>(change) || in_column_order<MaterializedView>(change);
  return order ? Likeness::column_order : Likeness::different;
}

// The columns that both states have, in the order of `catalog`.
std::vector<ObjectId> common_columns(const Catalog& catalog, const Catalog& other,
                                     const ObjectId& relation) {
  std::vector<ObjectId> columns = catalog.attributes_of(relation);
  std::erase_if(columns, [&](const ObjectId& id) { return !other.contains(id); });
  return columns;
}

// Which of `places` need not move for all to stand in order: a longest ascending part.
std::vector<bool> ascending_part(const std::vector<std::size_t>& places) {
  std::vector<std::size_t> length(places.size(), 1);
  std::vector<std::size_t> before(places.size());
  std::size_t last = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    before[i] = i;
    for (std::size_t j = 0; j < i; ++j) {
      if (places[j] < places[i] && length[j] + 1 > length[i]) {
        length[i] = length[j] + 1;
        before[i] = j;
      }
    }
    if (length[i] > length[last]) last = i;
  }
  std::vector<bool> kept(places.size(), false);
  if (places.empty()) return kept;
  for (std::size_t i = last;; i = before[i]) {
    kept[i] = true;
    if (before[i] == i) return kept;
  }
}

void add_moved_columns(const ObjectId& relation, const Catalog& current, const Catalog& desired,
                       std::vector<NamedDifference>& differences) {
  const auto now = common_columns(current, desired, relation);
  const auto wanted = common_columns(desired, current, relation);
  if (now == wanted) return;
  std::vector<std::size_t> places;
  for (const ObjectId& column : now) {
    const auto place = std::ranges::find(wanted, column) - wanted.begin();
    places.push_back(static_cast<std::size_t>(place));
  }
  const std::vector<bool> kept = ascending_part(places);
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (kept[i]) continue;
    differences.push_back({Likeness::column_order, described(now[i]) + " is in place " +
                                                       std::to_string(i + 1) + ", wanted " +
                                                       std::to_string(places[i] + 1)});
  }
}

}  // namespace

std::vector<NamedDifference> named_differences(const Catalog& current, const Catalog& desired) {
  const diff::Comparison comparison = diff::compare(current, desired);
  std::vector<NamedDifference> differences;
  for (const diff::Change& change : comparison.changes) {
    if (change.folded_into) continue;
    const Likeness likeness = likeness_of(change);
    std::string text = difference_line(change);
    if (likeness == Likeness::column_order) {
      text = described(change.id) + " has its columns in another order";
    } else if (likeness == Likeness::white_space) {
      text = described(change.id) + " differs; its body in white space and comments alone";
    }
    differences.push_back({likeness, std::move(text)});
  }
  for (const auto [id, relation] : current.all<Relation>()) {
    if (desired.contains(id)) add_moved_columns(id, current, desired, differences);
  }
  return differences;
}

Likeness likeness_of(const std::vector<NamedDifference>& differences) {
  Likeness greatest = Likeness::same;
  for (const NamedDifference& one : differences) greatest = std::max(greatest, one.likeness);
  return greatest;
}

}  // namespace pgplumb::workflow
