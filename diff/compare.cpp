#include "diff/compare.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/assert.hpp"
#include "diff/freed_names.hpp"
#include "diff/holder.hpp"
#include "diff/rename.hpp"
#include "diff/rename_followers.hpp"
#include "schema/describe.hpp"
#include "schema/fields.hpp"

namespace pgplumb::diff {
namespace {

template <typename T>
std::vector<FieldChange> unequal_fields(const T& current, const T& desired) {
  std::vector<FieldChange> fields;
  for_each_field<T>([&](auto field, std::size_t index) {
    const auto& before = current.*(field.member);
    const auto& after = desired.*(field.member);
    const Verdict verdict = compare_any(before, after);
    if (verdict == Verdict::equal) return;
    fields.push_back({field.name, index, verdict, describe(before), describe(after)});
  });
  return fields;
}

std::vector<FieldChange> unequal_fields(const Object& current, const Object& desired) {
  return std::visit(
      [&](const auto& before) {
        const auto* after = std::get_if<std::decay_t<decltype(before)>>(&desired);
        PGPLUMB_ASSERT(after != nullptr);
        return unequal_fields(before, *after);
      },
      current);
}

class Comparer {
 public:
  Comparer(const Catalog& current, const Catalog& desired) : current_(current), desired_(desired) {}

  Comparison run() {
    auto left = current_.objects().begin();
    auto right = desired_.objects().begin();
    while (left != current_.objects().end() || right != desired_.objects().end()) {
      const bool only_left = right == desired_.objects().end() ||
                             (left != current_.objects().end() && left->first < right->first);
      const bool only_right = left == current_.objects().end() ||
                              (right != desired_.objects().end() && right->first < left->first);
      if (only_left) {
        dropped(*left++);
      } else if (only_right) {
        created(*right++);
      } else {
        paired(left->first, left->second, right->second);
        ++left;
        ++right;
      }
    }
    fold(Verb::create, desired_);
    fold(Verb::drop, current_);
    count();
    return std::move(result_);
  }

 private:
  void dropped(const Catalog::Objects::value_type& entry) {
    Change change;
    change.verb = Verb::drop;
    change.id = entry.first;
    change.current = entry.second;
    change.existence_unknown = current_.doubts.about(entry.first) || desired_.may_hold(entry.first);
    result_.changes.push_back(std::move(change));
  }

  void created(const Catalog::Objects::value_type& entry) {
    Change change;
    change.verb = Verb::create;
    change.id = entry.first;
    change.desired = entry.second;
    change.existence_unknown = desired_.doubts.about(entry.first) || current_.may_hold(entry.first);
    result_.changes.push_back(std::move(change));
  }

  void paired(const ObjectId& id, const Object& current, const Object& desired) {
    std::vector<FieldChange> fields = unequal_fields(current, desired);
    if (fields.empty()) {
      ++result_.objects;
      ++result_.equal;
      return;
    }
    Change change;
    change.verb = Verb::alter;
    change.in_doubt = current_.doubts.about(id) || desired_.doubts.about(id);
    if (change.in_doubt) {
      for (FieldChange& field : fields) field.verdict = Verdict::unknown;
    }
    change.id = id;
    change.current = current;
    change.desired = desired;
    change.fields = std::move(fields);
    result_.changes.push_back(std::move(change));
  }

  // Parts of what is created or dropped as a whole point to the outermost whole.
  void fold(Verb verb, const Catalog& state) {
    std::set<ObjectId> whole;
    for (const Change& change : result_.changes) {
      if (change.verb == verb) whole.insert(change.id);
    }
    for (Change& change : result_.changes) {
      if (change.verb != verb) continue;
      ObjectId outermost = change.id;
      std::set<ObjectId> seen;
      for (auto holder = holder_of(state, outermost); holder && whole.contains(*holder);
           holder = holder_of(state, outermost)) {
        if (!seen.insert(*holder).second) break;
        outermost = *holder;
      }
      if (outermost != change.id) change.folded_into = outermost;
    }
  }

  void count() {
    for (const Change& change : result_.changes) {
      for (const FieldChange& field : change.fields) {
        if (field.verdict != Verdict::unknown) continue;
        result_.unknowns.push_back({change.id, std::string(field.name)});
      }
      if (change.folded_into) continue;
      if (change.existence_unknown) result_.unknowns.push_back({change.id, ""});
      ++result_.objects;
      ++(change.verdict() == Verdict::unknown ? result_.unknown : result_.different);
    }
  }

  const Catalog& current_;
  const Catalog& desired_;
  Comparison result_;
};

Change rename_change(const RenameHint& hint, const Catalog& current, const Catalog& desired) {
  Change change;
  change.verb = Verb::rename;
  change.id = hint.after;
  change.before = hint.before;
  if (const Object* object = current.find(hint.before)) change.current = *object;
  if (const Object* object = desired.find(hint.after)) change.desired = *object;
  return change;
}

// What is in the way of the renames goes, though the desired state may have its id for another.
Comparison without_those_in_the_way(const Catalog& current,
                                    const std::vector<RenameHint>& renames) {
  Catalog gone;
  for (const ObjectId& id : in_the_way(current, renames)) {
    gone.put(id, *current.find(id));
    for (const ObjectId& part : current.everything_within(id)) gone.put(part, *current.find(part));
  }
  return Comparer(gone, {}).run();
}

void add(Comparison more, Comparison& to) {
  to.objects += more.objects;
  to.different += more.different;
  to.changes.insert(to.changes.end(), std::make_move_iterator(more.changes.begin()),
                    std::make_move_iterator(more.changes.end()));
  std::ranges::stable_sort(to.changes, {}, &Change::id);
}

}  // namespace

Verdict Change::verdict() const {
  if (existence_unknown) return Verdict::unknown;
  if (verb != Verb::alter) return Verdict::different;
  const bool certain = std::any_of(fields.begin(), fields.end(), [](const FieldChange& field) {
    return field.verdict == Verdict::different;
  });
  return certain ? Verdict::different : Verdict::unknown;
}

Comparison compare(const Catalog& current, const Catalog& desired, const CompareOptions& options) {
  const std::vector<RenameHint> renames =
      with_followers(current, desired, usable_renames(current, desired, options.renames),
                     options.rename_expression);
  const auto starting = after_renames(current, desired, renames, options);
  Comparison result = Comparer(starting ? *starting : current, desired).run();
  if (renames.empty()) return result;
  add(without_those_in_the_way(current, renames), result);
  std::vector<Change> changes;
  changes.reserve(renames.size() + result.changes.size());
  for (const RenameHint& hint : renames) changes.push_back(rename_change(hint, current, desired));
  result.different += changes.size();
  changes.insert(changes.end(), std::make_move_iterator(result.changes.begin()),
                 std::make_move_iterator(result.changes.end()));
  result.changes = std::move(changes);
  return result;
}

}  // namespace pgplumb::diff
