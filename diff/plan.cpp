#include "diff/plan.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "diff/attached_keys.hpp"
#include "diff/catalog_tables.hpp"
#include "diff/dispatch.hpp"
#include "diff/edges.hpp"
#include "diff/freed_names.hpp"
#include "diff/graph.hpp"
#include "diff/holder.hpp"
#include "diff/initial_access.hpp"
#include "diff/new_owners.hpp"
#include "diff/other_names.hpp"
#include "diff/rename.hpp"
#include "diff/rename_followers.hpp"
#include "diff/run_bodies.hpp"
#include "diff/statements.hpp"
#include "diff/successor.hpp"
#include "diff/unvalidated_copies.hpp"

namespace pgplumb::diff {
namespace {

Diagnostic impossible(const ObjectId& id, const std::string& why) {
  return {DiagnosticCode::plan_impossible, described(id) + ": " + why, {}, {}};
}

// Decides for each object what happens to it, until no decision forces another one.
class Decisions {
 public:
  Decisions(const Comparison& comparison, const Scope& scope) : scope_(scope) {
    for (const Change& change : comparison.changes) {
      if (change.existence_unknown || change.in_doubt) continue;
      if (change.verb == Verb::create) created_.insert(change.id);
      if (change.verb == Verb::drop) drop(change.id);
      if (change.verb == Verb::alter) alter(change);
    }
    settle();
  }

  [[nodiscard]] const std::set<ObjectId>& created() const { return created_; }
  [[nodiscard]] const std::set<ObjectId>& dropped() const { return dropped_; }
  [[nodiscard]] const std::map<ObjectId, Actions>& altered() const { return altered_; }
  [[nodiscard]] const std::optional<Diagnostic>& problem() const { return problem_; }
  // Dropped and made again: because of what.
  [[nodiscard]] const std::map<ObjectId, ObjectId>& replaced() const { return replaced_; }
  // Those of them whose values are not meant to come back.
  [[nodiscard]] bool gives_up_values(const ObjectId& id) const { return given_up_.contains(id); }

 private:
  void drop(const ObjectId& id) {
    dropped_.insert(id);
    dropping_.push_back({id, id});
  }

  void alter(const Change& change) {
    std::vector<std::size_t> fields;
    for (const FieldChange& field : change.fields) {
      // Where both sides are written alike, the statement would only say it again.
      const bool leave =
          field.verdict == Verdict::unknown &&
          (scope_.options.unknown_fields == UnknownFields::leave || field.current == field.desired);
      if (!leave) fields.push_back(field.index);
    }
    if (!fields.empty()) fields_.emplace(change.id, std::move(fields));
  }

  void settle() {
    for (const auto& [id, fields] : fields_) {
      Actions actions = alter_actions(id, fields, scope_);
      if (actions.impossible && !problem_) problem_ = impossible(id, *actions.impossible);
      for (const ObjectId& other : actions.replace) clear_away(other, id);
      for (const ObjectId& fact : actions.remake) remake(fact, id);
      if (actions.replace_self) {
        if (actions.gives_up_values) given_up_.insert(id);
        replace(id, id);
      } else {
        altered_.emplace(id, std::move(actions));
      }
    }
    const std::set<ObjectId> stated = created_;
    for (const ObjectId& id : stated) {
      for (const ObjectId& other : made_anew_for(id, scope_)) replace(other, id);
    }
    while (!dropping_.empty()) {
      const auto [gone, because] = dropping_.front();
      dropping_.pop_front();
      dependents(gone, because);
    }
    for (const auto& [id, because] : replaced_) altered_.erase(id);
  }

  void remake(const ObjectId& fact, const ObjectId& because) {
    dropped_.erase(fact);
    if (!scope_.desired.contains(fact)) return;
    created_.insert(fact);
    replaced_.emplace(fact, because);
  }

  // What only goes has to go before `because` changes, too, and with it who reads it.
  void clear_away(const ObjectId& id, const ObjectId& because) {
    replace(id, because);
    if (scope_.desired.contains(id)) return;
    for (const ObjectId& reader : readers_of(id, scope_)) replace(reader, because);
  }

  // What stays and depends on a thing that is replaced is replaced as well. What depends on a
  // thing that only goes is, too, unless it is altered so that it no longer does.
  void dependents(const ObjectId& gone, const ObjectId& because) {
    if (const auto keeper = keeper_of(gone, scope_)) replace(*keeper, because);
    if (replaced_.contains(gone)) {
      for (const ObjectId& user : scope_.dependents_of(gone)) {
        replace(user, because);
        replace(whole_of(user, scope_), because);
      }
      return;
    }
    for (const ObjectId& heir : heirs_of(gone, scope_)) {
      if (fields_.contains(heir) && !clings_to(heir, gone, scope_)) continue;
      replace(heir, because);
      replace(whole_of(heir, scope_), because);
    }
  }

  void replace(const ObjectId& id, const ObjectId& because) {
    if (!scope_.current.contains(id) || dropped_.contains(id)) return;
    dropped_.insert(id);
    if (scope_.desired.contains(id)) {
      created_.insert(id);
      replaced_.emplace(id, because);
    }
    dropping_.push_back({id, because});
  }

  const Scope& scope_;
  std::map<ObjectId, std::vector<std::size_t>> fields_;
  std::set<ObjectId> created_;
  std::set<ObjectId> dropped_;
  std::map<ObjectId, ObjectId> replaced_;
  std::set<ObjectId> given_up_;
  std::map<ObjectId, Actions> altered_;
  std::deque<std::pair<ObjectId, ObjectId>> dropping_;
  std::optional<Diagnostic> problem_;
};

// All actions of a plan, in no order yet.
class Collection {
 public:
  void add(Actions actions) {
    std::vector<std::size_t> chain;
    for (Action& action : actions.actions) {
      chain.push_back(actions_.size());
      actions_.push_back(std::move(action));
    }
    chains_.push_back(std::move(chain));
  }
  // Run before or after others, in the way that `steps` say.
  void add(CatalogTableSteps steps) {
    const auto put = [&](std::optional<Action>& action, bool first) {
      if (!action) return;
      const std::size_t own = actions_.size();
      actions_.push_back(std::move(*action));
      chains_.push_back({own});
      for (const std::size_t other : steps.rewriting) {
        chains_.push_back(first ? std::vector{own, other} : std::vector{other, own});
      }
    };
    put(steps.before, true);
    put(steps.after, false);
  }
  [[nodiscard]] const std::vector<Action>& actions() const { return actions_; }
  [[nodiscard]] const std::vector<std::vector<std::size_t>>& chains() const { return chains_; }

 private:
  std::vector<Action> actions_;
  std::vector<std::vector<std::size_t>> chains_;
};

bool loses_something(const Actions& actions) {
  for (const Action& action : actions.actions) {
    for (const HazardOn& hazard : action.hazards) {
      if (facts_of(hazard.hazard).loses) return true;
    }
  }
  return false;
}

std::string replacement_reason(const ObjectId& id, const ObjectId& because) {
  const std::string cause = id == because ? "the change" : "the change of " + described(because);
  return cause +
         " would need to drop it and make it again, which would lose its rows; make a second "
         "one, move the values over and drop the first";
}

// Nobody waits for what is done to an object that the plan has just made again.
void forget_waiting(Actions& actions, const ObjectId& id, const Decisions& decisions,
                    const Scope& scope) {
  const auto holder = holder_of(scope.desired, id);
  if (!holder || !decisions.created().contains(*holder)) return;
  for (Action& action : actions.actions) {
    std::erase_if(action.hazards,
                  [](const HazardOn& on) { return on.hazard == Hazard::blocks_writes; });
  }
}

Result<Collection> collect(const Decisions& decisions, const std::vector<RenameHint>& renames,
                           const Scope& scope) {
  Collection all;
  for (const RenameHint& hint : renames) {
    Actions actions = rename_actions(hint, scope);
    if (actions.impossible) return impossible(hint.after, *actions.impossible);
    all.add(std::move(actions));
  }
  for (const ObjectId& id : decisions.dropped()) {
    Actions actions = drop_actions(id, scope);
    const auto replaced = decisions.replaced().find(id);
    const bool comes_back =
        replaced != decisions.replaced().end() && !decisions.gives_up_values(id);
    if (comes_back && loses_something(actions)) {
      return impossible(id, replacement_reason(id, replaced->second));
    }
    all.add(std::move(actions));
  }
  for (const auto& [id, actions] : decisions.altered()) all.add(actions);
  for (const ObjectId& id : decisions.created()) {
    Actions actions = create_actions(id, scope);
    if (actions.impossible) return impossible(id, *actions.impossible);
    forget_waiting(actions, id, decisions, scope);
    all.add(std::move(actions));
    all.add(surplus_access(id, scope));
  }
  for (CatalogTableSteps& steps : catalog_table_steps(all.actions(), decisions.altered(), scope)) {
    all.add(std::move(steps));
  }
  return all;
}

Result<std::vector<Segment>> segments_of(const Comparison& comparison,
                                         const std::vector<RenameHint>& renames,
                                         const Scope& scope) {
  const Decisions decisions(comparison, scope);
  if (decisions.problem()) return *decisions.problem();
  const Result<Collection> all = collect(decisions, renames, scope);
  if (!all) return all.error();
  const auto& actions = all->actions();
  const auto edges = edges_between(actions, all->chains(), scope, scope.current_dependents);
  const auto steps = sorted(actions, edges, fold_targets(actions, scope.options.fold),
                            edges_of_run_bodies(actions, scope));
  if (!steps) return steps.error();
  return write_segments(actions, *steps, scope.options.in_transaction);
}

// `comparison` of the two states, once the renames are made.
Result<std::vector<Segment>> leg(const Catalog& current, const Catalog& desired,
                                 const std::vector<RenameHint>& renames,
                                 const Comparison& comparison, const PlanOptions& options) {
  Catalog starting = after_renames(current, desired, renames, options.compare).value_or(current);
  const bool handed_over = hand_over(starting, desired, comparison);
  const Dependents dependents = dependents_in(starting);
  const Scope scope{starting, desired, options, dependents};
  return segments_of(handed_over ? compare(starting, desired) : comparison, renames, scope);
}

Result<std::vector<Segment>> leg(const Catalog& current, const Catalog& desired,
                                 const std::vector<RenameHint>& renames,
                                 const PlanOptions& options) {
  const auto starting = after_renames(current, desired, renames, options.compare);
  return leg(current, desired, renames, compare(starting ? *starting : current, desired), options);
}

// What is said of an object is said under the name that its users know.
void name_as_before(const std::vector<RenameHint>& aside, std::vector<Segment>& segments) {
  std::vector<RenameHint> back;
  back.reserve(aside.size());
  for (const RenameHint& hint : aside) back.push_back({hint.after, hint.before});
  for (Segment& segment : segments) {
    for (PlannedStatement& statement : segment.statements) {
      for (HazardOn& hazard : statement.hazards) hazard.id = renamed_id(hazard.id, back);
    }
  }
}

void append(std::vector<Segment> more, std::vector<Segment>& segments) {
  auto from = more.begin();
  const bool joins = !segments.empty() && from != more.end() && segments.back().transactional &&
                     from->transactional;
  if (joins) {
    auto& last = segments.back().statements;
    last.insert(last.end(), std::make_move_iterator(from->statements.begin()),
                std::make_move_iterator(from->statements.end()));
    ++from;
  }
  segments.insert(segments.end(), std::make_move_iterator(from),
                  std::make_move_iterator(more.end()));
}

Result<std::vector<Segment>> by_way_of(const FreedNames& freed, const Catalog& current,
                                       const Catalog& desired, const PlanOptions& options) {
  auto first = leg(current, freed.state, freed.aside, options);
  if (!first) return first;
  auto second = leg(freed.state, desired, freed.renames, options);
  if (!second) return second;
  std::vector<Segment> segments = std::move(first).value();
  append(std::move(second).value(), segments);
  name_as_before(freed.aside, segments);
  return segments;
}

}  // namespace

bool Plan::transactional() const {
  return std::all_of(segments.begin(), segments.end(),
                     [](const Segment& segment) { return segment.transactional; });
}

std::vector<HazardOn> Plan::hazards() const {
  std::vector<HazardOn> all;
  for (const Segment& segment : segments) {
    for (const PlannedStatement& statement : segment.statements) {
      for (const HazardOn& hazard : statement.hazards) {
        if (std::find(all.begin(), all.end(), hazard) == all.end()) all.push_back(hazard);
      }
    }
  }
  return all;
}

Result<Plan> plan(const Catalog& current, const Catalog& desired, const PlanOptions& options) {
  const auto problems = unusable_renames(current, desired, options.compare.renames);
  if (!problems.empty()) return problems.all().front();
  CompareOptions comparing = options.compare;
  comparing.renames = usable_renames(current, desired, options.compare.renames);
  for (const auto& with_more :
       {with_identity_sequences, with_partitioned_indexes, with_other_names}) {
    comparing.renames = with_more(current, desired, std::move(comparing.renames));
  }
  const auto renames =
      with_followers(current, desired, comparing.renames, comparing.rename_expression);
  Plan result;
  result.comparison = compare(current, desired, comparing);
  result.state_hash = state_hash(current);
  const auto freed = freed_names(current, desired, renames, comparing.rename_expression);
  Result<std::vector<Segment>> segments =
      freed ? by_way_of(*freed, current, desired, options)
            : leg(current, desired, renames, result.comparison, options);
  if (!segments) return segments.error();
  result.segments = std::move(segments).value();
  return result;
}

Diagnostics refusals(const Plan& plan, const AllowedHazards& allowed) {
  Diagnostics refused;
  for (const HazardOn& hazard : plan.hazards()) {
    const HazardFacts& facts = facts_of(hazard.hazard);
    if (!facts.loses || allowed.allows(hazard)) continue;
    refused.add(DiagnosticCode::hazard_refused,
                described(hazard) + "; allow it with " + std::string(facts.name) + ":" +
                    shown(hazard.id) + ", or " + std::string(facts.way_out));
  }
  return refused;
}

}  // namespace pgplumb::diff
