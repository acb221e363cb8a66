#include "diff/freed_names.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/characters.hpp"
#include "diff/rename.hpp"
#include "diff/scope.hpp"

namespace pgplumb::diff {
namespace {

// The catalogs in which no two objects of a namespace have one name.
struct Places {
  bool classes = false;  // pg_class
  bool types = false;    // pg_type
};

Places places_of(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::relation:
    case ObjectKind::view:
    case ObjectKind::materialized_view:
    case ObjectKind::composite_type: return {true, true};
    case ObjectKind::sequence:
    case ObjectKind::index:
    case ObjectKind::constraint: return {true, false};
    case ObjectKind::enum_type:
    case ObjectKind::domain:
    case ObjectKind::range_type:
    case ObjectKind::base_type:
    case ObjectKind::shell_type: return {false, true};
    default: return {};
  }
}

bool is_shared(ObjectKind one, ObjectKind other) {
  const Places a = places_of(one);
  const Places b = places_of(other);
  return (a.classes && b.classes) || (a.types && b.types);
}

// Nothing for what has its name on its holder, or among its kind, alone. A constraint has the name
// of its index.
std::optional<QualifiedName> shared_name(const ObjectId& id, const Object* object) {
  const Places places = places_of(id.kind);
  if (!places.classes && !places.types) return std::nullopt;
  if (!id.subject) return id.qualified_name();
  const auto* constraint = object != nullptr ? std::get_if<Constraint>(object) : nullptr;
  if (constraint == nullptr || !has_index(*constraint)) return std::nullopt;
  return qualified(id.space, id.member);
}

// A part is renamed on its holder, whatever that is called by then.
ObjectId on_holder_of(const ObjectId& part, const ObjectId& other) {
  if (!part.subject) return part;
  ObjectId id = part;
  id.space = other.space;
  id.name = other.name;
  return id;
}

std::vector<ObjectId> having_name_of(const RenameHint& hint, const Catalog& current) {
  std::vector<ObjectId> holders;
  const ObjectId wanted = on_holder_of(hint.after, hint.before);
  if (current.contains(wanted)) holders.push_back(wanted);
  const auto name = shared_name(hint.after, current.find(hint.before));
  if (!name) return holders;
  for (const auto& id : {current.find_class(*name), current.find_type(*name)}) {
    if (id && is_shared(id->kind, hint.after.kind)) holders.push_back(*id);
  }
  std::erase(holders, hint.before);
  return holders;
}

// What depends on them, however remotely, themselves and their parts included.
std::set<ObjectId> with_dependents(std::vector<ObjectId> open, const Dependents& dependents) {
  std::set<ObjectId> found(open.begin(), open.end());
  while (!open.empty()) {
    const auto users = dependents.find(open.back());
    open.pop_back();
    if (users == dependents.end()) continue;
    for (const ObjectId& user : users->second) {
      if (found.insert(user).second) open.push_back(user);
    }
  }
  return found;
}

// What can be made again at no cost but that of an index, and would have to be all the same.
bool hangs_on_others(const ObjectId& id, const Catalog& current) {
  const auto* value = current.get<AttributeDefault>(id);
  if (value != nullptr) return !value->generated;
  return id.kind == ObjectKind::index || (id.subject && id.kind != ObjectKind::attribute);
}

class Freeing {
 public:
  Freeing(const Catalog& current, const Catalog& desired, const std::vector<RenameHint>& renames)
      : current_(current), desired_(desired), renames_(renames) {}

  std::optional<FreedNames> run(const RenameExpression& rename_expression) {
    put_aside(in_the_way(current_, renames_));
    break_rings();
    if (gone_.empty() && aside_.empty()) return std::nullopt;
    FreedNames freed;
    freed.state = current_;
    for (const ObjectId& id : gone_) freed.state.erase(id);
    freed.aside = settled_renames(freed.state, aside_);
    freed.state = renamed(freed.state, freed.aside, rename_expression);
    for (const RenameHint& hint : renames_) {
      freed.renames.push_back({renamed_id(hint.before, freed.aside), hint.after});
    }
    return freed;
  }

 private:
  void put_aside(const std::vector<ObjectId>& holders) {
    if (holders.empty()) return;
    const Dependents dependents = dependents_in(current_);
    std::set<ObjectId> own;
    for (const ObjectId& holder : holders) {
      const auto parts = current_.everything_within(holder);
      own.insert(holder);
      own.insert(parts.begin(), parts.end());
    }
    for (const ObjectId& holder : holders) {
      const auto affected = with_dependents({holder}, dependents);
      const bool is_used = std::ranges::any_of(affected, [&](const ObjectId& id) {
        return !own.contains(id) && stays(id) && !hangs_on_others(id, current_);
      });
      if (is_used) {
        aside_.push_back({holder, spare(holder)});
      } else {
        const auto parts = current_.everything_within(holder);
        gone_.insert(affected.begin(), affected.end());
        gone_.insert(parts.begin(), parts.end());
      }
    }
    std::erase_if(aside_, [&](const RenameHint& hint) { return gone_.contains(hint.before); });
  }

  [[nodiscard]] bool stays(const ObjectId& id) const {
    return desired_.contains(renamed_id(id, renames_));
  }

  // Of each ring one goes to a spare name first.
  void break_rings() {
    std::set<std::size_t> done;
    for (std::size_t first = 0; first < renames_.size(); ++first) {
      std::vector<std::size_t> path;
      for (std::optional<std::size_t> at = first; at && done.insert(*at).second; at = next(*at)) {
        path.push_back(*at);
        const auto next_one = next(*at);
        const auto start = next_one ? std::ranges::find(path, *next_one) : path.end();
        if (start != path.end()) step_aside({start, path.end()});
      }
    }
  }

  // The one whose name it takes.
  [[nodiscard]] std::optional<std::size_t> next(std::size_t taker) const {
    for (std::size_t other = 0; other < renames_.size(); ++other) {
      if (other != taker && takes(renames_[taker], renames_[other])) return other;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool takes(const RenameHint& taker, const RenameHint& holder) const {
    return takes_name_of(taker, current_.find(taker.before), holder, current_.find(holder.before));
  }

  void step_aside(const std::vector<std::size_t>& ring) {
    // By name, so that a child's column does what its parent's does.
    const auto name = [&](std::size_t at) {
      const ObjectId& id = renames_[at].before;
      return id.subject ? id.member : id.name;
    };
    const std::size_t first = *std::ranges::min_element(
        ring, [&](std::size_t a, std::size_t b) { return name(a) < name(b); });
    aside_.push_back({renames_[first].before, spare(renames_[first].before)});
  }

  // A name that nothing has.
  [[nodiscard]] ObjectId spare(const ObjectId& id) const {
    for (int i = 0;; ++i) {
      const std::string suffix = i == 0 ? "_old" : "_old" + std::to_string(i);
      ObjectId other = id;
      auto& name = id.subject ? other.member : other.name;
      name = clipped(name, kMaxNameBytes - suffix.size()) + suffix;
      if (is_free(other, current_) && is_free(other, desired_)) return other;
    }
  }

  static bool is_free(const ObjectId& id, const Catalog& state) {
    const QualifiedName name = qualified(id.space, id.subject ? id.member : id.name);
    return !state.contains(id) && !state.find_class(name) && !state.find_type(name);
  }

  const Catalog& current_;
  const Catalog& desired_;
  const std::vector<RenameHint>& renames_;
  std::set<ObjectId> gone_;
  std::vector<RenameHint> aside_;
};

}  // namespace

bool takes_name_of(const RenameHint& taker, const Object* taking, const RenameHint& holder,
                   const Object* held) {
  if (on_holder_of(holder.before, holder.after) == taker.after) return true;
  const auto given_up = shared_name(holder.before, held);
  return given_up && is_shared(taker.after.kind, holder.before.kind) &&
         given_up == shared_name(taker.after, taking);
}

std::vector<ObjectId> in_the_way(const Catalog& current, const std::vector<RenameHint>& renames) {
  std::set<ObjectId> found;
  for (const RenameHint& hint : renames) {
    for (const ObjectId& holder : having_name_of(hint, current)) {
      const bool moves_on = std::ranges::any_of(
          renames, [&](const RenameHint& other) { return other.before == holder; });
      if (!moves_on) found.insert(holder);
    }
  }
  return {found.begin(), found.end()};
}

std::optional<FreedNames> freed_names(const Catalog& current, const Catalog& desired,
                                      const std::vector<RenameHint>& renames,
                                      const RenameExpression& rename_expression) {
  if (renames.empty()) return std::nullopt;
  return Freeing(current, desired, renames).run(rename_expression);
}

}  // namespace pgplumb::diff
