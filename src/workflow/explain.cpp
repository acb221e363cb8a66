#include "workflow/explain.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "diff/consequences.hpp"
#include "schema/fields.hpp"
#include "sql/canonical.hpp"
#include "workflow/relation_shape.hpp"

namespace pgplumb::workflow {
namespace {

// Each trial compares two whole states.
constexpr std::size_t kMostTrials = 16;

bool equal_fields(const Object& current, const Object& desired) {
  return std::visit(
      [&](const auto& one) {
        using Kind = std::decay_t<decltype(one)>;
        const auto& two = std::get<Kind>(desired);
        bool equal = true;
        for_each_field<Kind>([&](auto field, std::size_t) {
          equal = equal && compare_any(one.*(field.member), two.*(field.member)) == Verdict::equal;
        });
        return equal;
      },
      current);
}

// Whose facts besides the name tell one object from another.
bool can_be_recognised(ObjectKind kind) {
  return kind != ObjectKind::namespace_ && kind != ObjectKind::extension && !is_about(kind) &&
         kind != ObjectKind::default_privilege && kind != ObjectKind::attribute_default;
}

// The place of a column among those of its relation.
std::size_t place_of(const Catalog& catalog, const ObjectId& column) {
  const auto columns = catalog.attributes_of(*parent_of(column));
  return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), column) -
                                  columns.begin());
}

bool same_surroundings(const Catalog& current, const ObjectId& extra, const Catalog& desired,
                       const ObjectId& missing) {
  if (extra.kind == ObjectKind::routine) return extra.member == missing.member;
  if (extra.kind == ObjectKind::attribute) {
    return parent_of(extra) == parent_of(missing) &&
           place_of(current, extra) == place_of(desired, missing);
  }
  if (extra.subject) return parent_of(extra) == parent_of(missing);
  return shape_of(current, extra) == shape_of(desired, missing);
}

bool alike(const Catalog& current, const diff::Change& extra, const Catalog& desired,
           const diff::Change& missing) {
  return extra.id.kind == missing.id.kind && extra.id.subject == missing.id.subject &&
         can_be_recognised(extra.id.kind) && equal_fields(*extra.current, *missing.desired) &&
         same_surroundings(current, extra.id, desired, missing.id);
}

bool stands_alone(const diff::Change& change, diff::Verb verb) {
  return change.verb == verb && !change.folded_into && !change.existence_unknown;
}

std::vector<diff::RenameHint> candidates(const diff::Comparison& comparison, const Catalog& current,
                                         const Catalog& desired) {
  std::vector<diff::RenameHint> pairs;
  for (const diff::Change& extra : comparison.changes) {
    if (!stands_alone(extra, diff::Verb::drop)) continue;
    for (const diff::Change& missing : comparison.changes) {
      if (!stands_alone(missing, diff::Verb::create)) continue;
      if (alike(current, extra, desired, missing)) pairs.push_back({extra.id, missing.id});
    }
  }
  const auto ambiguous = [&](const diff::RenameHint& hint) {
    return std::count_if(pairs.begin(), pairs.end(), [&](const diff::RenameHint& other) {
             return other.before == hint.before || other.after == hint.after;
           }) > 1;
  };
  std::vector<diff::RenameHint> unambiguous;
  std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(unambiguous),
               [&](const diff::RenameHint& hint) { return !ambiguous(hint); });
  return unambiguous;
}

bool changes_type(const diff::Change& change) {
  return change.id.kind == ObjectKind::attribute && change.verb == diff::Verb::alter &&
         std::any_of(change.fields.begin(), change.fields.end(),
                     [](const diff::FieldChange& field) {
                       return field.name == "type" && field.verdict == Verdict::different;
                     });
}

// The server prints an expression with other casts once a column that it uses has another type.
// The desired state with the types that the columns have now tells whether that is all.
void fold_restated_expressions(diff::Comparison& comparison, const Catalog& stated) {
  const bool any = std::any_of(comparison.changes.begin(), comparison.changes.end(), changes_type);
  if (!any) return;
  Catalog desired = stated;
  std::set<ObjectId> columns;
  for (const diff::Change& change : comparison.changes) {
    if (!changes_type(change)) continue;
    columns.insert(change.id);
    desired.get<Attribute>(change.id)->type = std::get<Attribute>(*change.current).type;
    ObjectId value = change.id;
    value.kind = ObjectKind::attribute_default;
    if (auto* held = desired.get<AttributeDefault>(value)) {
      held->type = std::get<Attribute>(*change.current).type;
    }
  }
  for (diff::Change& change : comparison.changes) {
    if (change.verb != diff::Verb::alter || change.folded_into || columns.contains(change.id)) {
      continue;
    }
    const auto needed = requirements_of(desired, change.id);
    const auto column = std::find_if(needed.begin(), needed.end(),
                                     [&](const ObjectId& id) { return columns.contains(id); });
    if (column == needed.end()) continue;
    sql::canonicalize(desired, change.id);
    if (!equal_fields(*change.current, *desired.find(change.id))) continue;
    diff::fold(comparison, change, *column);
  }
}

}  // namespace

diff::Comparison explained(diff::Comparison comparison, const Catalog& current,
                           const Catalog& desired, const diff::CompareOptions& options) {
  diff::CompareOptions with_renames = options;
  auto pairs = candidates(comparison, current, desired);
  if (pairs.size() > kMostTrials) pairs.clear();
  for (diff::RenameHint& hint : pairs) {
    with_renames.renames.push_back(std::move(hint));
    diff::Comparison trial = diff::compare(current, desired, with_renames);
    if (trial.different < comparison.different && trial.unknown <= comparison.unknown) {
      comparison = std::move(trial);
    } else {
      with_renames.renames.pop_back();
    }
  }
  diff::fold_consequences(comparison, current, desired);
  fold_restated_expressions(comparison, desired);
  return comparison;
}

}  // namespace pgplumb::workflow
