#include "diff/run_bodies.hpp"

#include <map>
#include <set>
#include <string>

#include "diff/words.hpp"

namespace pgplumb::diff {
namespace {

// Whether making `id` runs its expressions, or simplifies them, which puts bodies of SQL in place
// of their calls.
bool is_run(const ObjectId& id, const Scope& scope) {
  switch (id.kind) {
    case ObjectKind::materialized_view:
    case ObjectKind::index: return !id.subject;
    case ObjectKind::constraint: return !scope.is_new(*parent_of(id));
    case ObjectKind::relation: {
      const auto* relation = scope.desired.get<Relation>(id);
      return relation != nullptr && !relation->partition_key.empty();
    }
    case ObjectKind::attribute_default: {
      const auto* value = scope.desired.get<AttributeDefault>(id);
      const ObjectId column = part_of(*parent_of(id), ObjectKind::attribute, Identifier(id.member));
      const bool fills_rows = scope.is_new(column) && !scope.is_new(*parent_of(id));
      return value != nullptr && (value->generated || fills_rows);
    }
    default: return false;
  }
}

// Through which calls reach bodies.
bool leads_on(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::routine:
    case ObjectKind::aggregate:
    case ObjectKind::operator_:
    case ObjectKind::cast:
    case ObjectKind::domain:
    case ObjectKind::view:
    case ObjectKind::materialized_view: return true;
    default: return false;
  }
}

class RunBodies {
 public:
  RunBodies(const std::vector<Action>& actions, const Scope& scope)
      : actions_(actions), scope_(scope) {
    for (std::size_t i = 0; i < actions.size(); ++i) {
      for (const ObjectId& id : actions[i].makes) makers_[id].push_back(i);
    }
  }

  std::vector<Edge> run() {
    for (std::size_t i = 0; i < actions_.size(); ++i) {
      for (const ObjectId& id : actions_[i].makes) {
        if (!is_run(id, scope_)) continue;
        for (const ObjectId& named : named_by_bodies(id)) add(named, i, id);
      }
    }
    for (const auto [id, trigger] : scope_.current.all<EventTrigger>()) {
      if (trigger.enabled != TriggerEnabled::disabled) fired(id, trigger);
    }
    return std::move(edges_);
  }

 private:
  void add(const ObjectId& named, std::size_t runner, const ObjectId& id) {
    const auto found = makers_.find(named);
    if (found == makers_.end()) return;
    for (const std::size_t maker : found->second) {
      if (maker != runner) edges_.push_back({maker, runner, Because::runs, id, named});
    }
  }

  // The plan's own statements fire an event trigger: its function has its new body before, and that
  // what it names.
  void fired(const ObjectId& id, const EventTrigger& trigger) {
    const ObjectId function = object_id(ObjectKind::routine, trigger.function);
    const auto makers = makers_.find(function);
    if (!scope_.desired.contains(id) || scope_.is_new(function) || makers == makers_.end()) return;
    for (const std::size_t maker : makers->second) {
      for (const ObjectId& named : named_by_bodies(function)) {
        add(named, maker, function);
        add_columns(named, function, maker);
      }
      for (std::size_t i = 0; i < actions_.size(); ++i) {
        const bool fires = trigger.event != "sql_drop" || actions_[i].phase == Phase::drop;
        if (i != maker && fires) {
          edges_.push_back({maker, i, Because::runs, actions_[i].id, function});
        }
      }
    }
  }

  void add_columns(const ObjectId& table, const ObjectId& function, std::size_t maker) {
    if (table.kind != ObjectKind::relation) return;
    for (const Word& word : words_in(scope_.desired.get<Routine>(function)->body)) {
      add(part_of(table, ObjectKind::attribute, Identifier(word.text)), maker, function);
    }
  }

  std::set<ObjectId> named_by_bodies(const ObjectId& id) {
    std::set<ObjectId> named;
    std::set<ObjectId> seen = {id};
    std::vector<ObjectId> open = {id};
    const auto reach = [&](const std::vector<ObjectId>& ids) {
      for (const ObjectId& other : ids) {
        if (leads_on(other.kind) && seen.insert(other).second) open.push_back(other);
      }
    };
    while (!open.empty()) {
      const ObjectId next = open.back();
      open.pop_back();
      reach(needed_by(scope_.desired, next));
      if (next.kind != ObjectKind::routine) continue;
      const std::vector<ObjectId>& ids = named_by(next);
      named.insert(ids.begin(), ids.end());
      reach(ids);
    }
    named.erase(id);
    return named;
  }

  const std::vector<ObjectId>& named_by(const ObjectId& routine) {
    const auto [found, is_new] = named_by_.try_emplace(routine);
    const auto* object = scope_.desired.get<Routine>(routine);
    if (!is_new || object == nullptr || !object->library.empty()) return found->second;
    for (const Word& word : words_in(object->body)) {
      const auto& ids = called(word.text);
      found->second.insert(found->second.end(), ids.begin(), ids.end());
    }
    return found->second;
  }

  // What of the desired state has the name.
  const std::vector<ObjectId>& called(const std::string& name) {
    if (names_.empty()) {
      for (const auto& [id, object] : scope_.desired.objects()) {
        const bool usable =
            id.kind == ObjectKind::relation || id.kind == ObjectKind::sequence || leads_on(id.kind);
        if (usable && !id.subject) names_[id.name].push_back(id);
      }
    }
    return names_[name];
  }

  const std::vector<Action>& actions_;
  const Scope& scope_;
  std::map<ObjectId, std::vector<std::size_t>> makers_;
  std::map<ObjectId, std::vector<ObjectId>> named_by_;
  std::map<std::string, std::vector<ObjectId>> names_;
  std::vector<Edge> edges_;
};

}  // namespace

std::vector<Edge> edges_of_run_bodies(const std::vector<Action>& actions, const Scope& scope) {
  return RunBodies(actions, scope).run();
}

}  // namespace pgplumb::diff
