#include "diff/edges.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "diff/freed_names.hpp"
#include "diff/moved_columns.hpp"
#include "diff/successor.hpp"

namespace pgplumb::diff {
namespace {

using Positions = std::vector<std::size_t>;

class EdgeFinder {
 public:
  EdgeFinder(const std::vector<Action>& actions, const Scope& scope, const Dependents& dependents)
      : actions_(actions), scope_(scope), dependents_(dependents) {
    for (std::size_t i = 0; i < actions.size(); ++i) {
      for (const ObjectId& id : actions[i].makes) makers_[id].push_back(i);
      for (const ObjectId& id : actions[i].breaks) breakers_[id].push_back(i);
      for (const ObjectId& id : actions[i].lessens) lesseners_[id].push_back(i);
      if (actions[i].phase == Phase::make) changers_[actions[i].id].push_back(i);
    }
  }

  std::vector<Edge> run(const std::vector<Positions>& chains) {
    for (const Positions& chain : chains) {
      for (std::size_t i = 1; i < chain.size(); ++i) {
        const ObjectId& id = actions_[chain[i]].id;
        add(chain[i - 1], chain[i], Because::same_object, id, id);
      }
    }
    for (std::size_t i = 0; i < actions_.size(); ++i) {
      needs(i);
      drops(i);
      lessens(i);
      awaits(i);
      precedes(i);
      replacements(i);
      names(i);
    }
    renames();
    return std::move(edges_);
  }

 private:
  void add(std::size_t before, std::size_t after, Because because, const ObjectId& of,
           const ObjectId& on) {
    if (before != after) edges_.push_back({before, after, because, of, on});
  }

  static const Positions& at(const std::map<ObjectId, Positions>& all, const ObjectId& id,
                             const Positions& none) {
    const auto found = all.find(id);
    return found == all.end() ? none : found->second;
  }

  void need(std::size_t action, const ObjectId& of, const ObjectId& on) {
    const Positions& makers = at(makers_, on, none_);
    // Statements of one change are ordered by their chain.
    if (std::find(makers.begin(), makers.end(), action) != makers.end()) return;
    // What comes along with its holder is there before the holder's later statements.
    const Action& needing = actions_[action];
    const bool comes_along =
        needing.folds_into == on && (needing.implied() || needing.fold_rank == 0);
    for (const std::size_t maker : makers) {
      add(maker, action, Because::needs, of, on);
      if (comes_along) return;
    }
  }

  void needs(std::size_t i) {
    if (goes_with_holder(i)) return;
    const Action& action = actions_[i];
    for (const ObjectId& on : action.needs) need(i, action.id, on);
    if (action.complete_needs) return;
    for (const ObjectId& made : action.makes) {
      for (const ObjectId& on : needed_by(scope_.desired, made)) need(i, made, on);
    }
  }

  // Whoever depends on what goes must be gone, or let go of it, first.
  void drops(std::size_t i) {
    for (const ObjectId& gone : actions_[i].breaks) {
      const auto users = dependents_.find(gone);
      if (users == dependents_.end()) continue;
      for (const ObjectId& user : users->second) {
        const Positions& breakers = at(breakers_, user, none_);
        for (const std::size_t breaker : breakers) add(breaker, i, Because::depends, user, gone);
        if (!breakers.empty()) continue;
        const Positions& changers = at(changers_, user, none_);
        const auto lets_go = [&](std::size_t changer) {
          return std::ranges::count(actions_[changer].lets_go, gone) > 0;
        };
        const bool early = std::ranges::any_of(changers, lets_go);
        for (const std::size_t changer : changers) {
          if (!early || lets_go(changer)) add(changer, i, Because::depends, user, gone);
        }
      }
    }
  }

  // Whoever depends on what is taken away of something lets go of it first.
  void lessens(std::size_t i) {
    for (const ObjectId& id : actions_[i].lessens) {
      const auto users = dependents_.find(id);
      if (users == dependents_.end()) continue;
      for (const ObjectId& user : users->second) {
        for (const Positions* others :
             {&at(lesseners_, user, none_), &at(breakers_, user, none_)}) {
          for (const std::size_t other : *others) add(other, i, Because::depends, user, id);
        }
      }
    }
  }

  void awaits(std::size_t i) {
    if (goes_with_holder(i)) return;
    for (const ObjectId& id : actions_[i].awaits) {
      for (const std::size_t breaker : at(breakers_, id, none_)) {
        if (!goes_with_holder(breaker)) add(breaker, i, Because::depends, id, actions_[i].id);
      }
    }
  }

  // A drop without a statement of its own: it waits for nothing, and nothing waits for it.
  [[nodiscard]] bool goes_with_holder(std::size_t i) const {
    const Action& action = actions_[i];
    return action.phase == Phase::drop && action.folds_into &&
           breakers_.contains(*action.folds_into);
  }

  void precedes(std::size_t i) {
    for (const ObjectId& id : actions_[i].precedes) {
      for (const Positions* others : {&at(makers_, id, none_), &at(breakers_, id, none_)}) {
        for (const std::size_t other : *others) add(i, other, Because::first, id, actions_[i].id);
      }
    }
  }

  void replacements(std::size_t i) {
    for (const ObjectId& made : actions_[i].makes) {
      for (const std::size_t breaker : at(breakers_, made, none_)) {
        add(breaker, i, Because::replaced, made, made);
      }
      if (makers_.contains(made) && breakers_.contains(made)) overloads(i, made);
    }
  }

  // A call in what is made again would still find the routine that it called before, and a name the
  // column that it meant.
  void overloads(std::size_t i, const ObjectId& made) {
    for (const ObjectId& on : needed_by(scope_.current, made)) {
      if (!has_other_overload(on, scope_) && !means_another_column(made, on, scope_)) continue;
      for (const std::size_t breaker : at(breakers_, on, none_)) {
        add(breaker, i, Because::name_is_reused, made, on);
      }
    }
  }

  // The name that a new object takes may still belong to another one that goes.
  void names(std::size_t i) {
    for (const ObjectId& made : actions_[i].makes) {
      const bool constraint = made.kind == ObjectKind::constraint;
      if (made.subject && !constraint) continue;
      const QualifiedName name = qualified(made.space, constraint ? made.member : made.name);
      for (const auto& holder : {scope_.current.find_class(name), scope_.current.find_type(name)}) {
        if (!holder || *holder == made) continue;
        for (const std::size_t breaker : at(breakers_, *holder, none_)) {
          add(breaker, i, Because::name_is_reused, made, *holder);
        }
      }
    }
  }

  void before_rename(std::size_t i, std::set<std::size_t>& found) {
    for (const ObjectId& on : actions_[i].needs) {
      for (const std::size_t maker : at(makers_, on, none_)) found.insert(maker);
    }
  }

  // All statements speak of the new names, so renames run before everything but what they need.
  void renames() {
    std::set<std::size_t> first;
    Positions renaming;
    for (std::size_t i = 0; i < actions_.size(); ++i) {
      if (actions_[i].phase != Phase::rename) continue;
      renaming.push_back(i);
      before_rename(i, first);
    }
    for (const std::size_t i : renaming) {
      for (std::size_t other = 0; other < actions_.size(); ++other) {
        const bool early = actions_[other].phase == Phase::rename || first.contains(other);
        if (early) continue;
        add(i, other, Because::renamed_first, actions_[other].id, actions_[i].id);
      }
      for (const std::size_t other : renaming) rename_order(i, other);
    }
  }

  void rename_order(std::size_t i, std::size_t other) {
    const ObjectId& after = actions_[other].id;
    if (actions_[i].id == after) return;
    // The name is free once its present holder has moved on; parts after their holders.
    const bool frees_name =
        takes_name_of({*actions_[other].renamed, after}, scope_.current.find(after),
                      {*actions_[i].renamed, actions_[i].id}, scope_.current.find(actions_[i].id));
    const auto parent = parent_of(after);
    const bool is_holder = parent == actions_[i].id;
    const bool is_namespace =
        actions_[i].id.kind == ObjectKind::namespace_ && actions_[i].id.name == after.space;
    const auto& waiting = actions_[i].precedes;
    const bool is_first = std::find(waiting.begin(), waiting.end(), after) != waiting.end();
    if (frees_name || is_holder || is_namespace || is_first) {
      add(i, other, Because::renamed_first, after, actions_[i].id);
    }
  }

  const std::vector<Action>& actions_;
  const Scope& scope_;
  const Dependents& dependents_;
  std::map<ObjectId, Positions> makers_;
  std::map<ObjectId, Positions> breakers_;
  std::map<ObjectId, Positions> lesseners_;
  std::map<ObjectId, Positions> changers_;
  std::vector<Edge> edges_;
  const Positions none_;
};

}  // namespace

std::string described(const Edge& edge) {
  const std::string of = described(edge.of);
  const std::string on = described(edge.on);
  switch (edge.because) {
    case Because::same_object: return "the statements about " + of + " run in their order";
    case Because::needs: return of + " needs " + on + " (desired state)";
    case Because::depends: return of + " depends on " + on + " (current state)";
    case Because::replaced: return of + " is dropped and made again";
    case Because::name_is_reused: return of + " takes the name of " + on;
    case Because::first: return on + " has its place before " + of + " changes";
    case Because::runs: return of + " runs a body that names " + on;
    case Because::renamed_first: return on + " is renamed before " + of + " changes";
  }
  return {};
}

std::vector<Edge> edges_between(const std::vector<Action>& actions,
                                const std::vector<std::vector<std::size_t>>& chains,
                                const Scope& scope, const Dependents& current_dependents) {
  return EdgeFinder(actions, scope, current_dependents).run(chains);
}

std::vector<std::size_t> fold_targets(const std::vector<Action>& actions, bool fold) {
  std::map<ObjectId, std::size_t> makers;
  std::map<ObjectId, std::size_t> breakers;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    for (const ObjectId& id : actions[i].makes) makers.emplace(id, i);  // the first one
    for (const ObjectId& id : actions[i].breaks) breakers.emplace(id, i);
  }
  std::vector<std::size_t> targets(actions.size());
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const Action& action = actions[i];
    targets[i] = i;
    if (!action.folds_into || (!fold && action.fold_rank > 0)) continue;
    const auto& holders = action.phase == Phase::drop ? breakers : makers;
    const auto found = holders.find(*action.folds_into);
    if (found == holders.end() || found->second == i) continue;
    const Action& holder = actions[found->second];
    const bool has_place =
        action.phase == Phase::drop || action.fold_rank == 0 || holder.slots != Slots::none;
    if (has_place) targets[i] = found->second;
  }
  return targets;
}

}  // namespace pgplumb::diff
