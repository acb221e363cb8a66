#include "diff/action.hpp"

#include <iterator>

#include "diff/sql_writer.hpp"

namespace pgplumb::diff {

Action Action::making(const ObjectId& id) {
  Action action;
  action.id = id;
  action.makes = {id};
  return action;
}

Action Action::changing(const ObjectId& id) {
  Action action;
  action.id = id;
  return action;
}

Action Action::dropping(const ObjectId& id) {
  Action action;
  action.id = id;
  action.phase = Phase::drop;
  action.breaks = {id};
  return action;
}

Action Action::implied_make(const ObjectId& id, const ObjectId& with) {
  Action action = making(id);
  action.folds_into = with;
  action.fold_rank = 0;
  return action;
}

Action Action::implied_drop(const ObjectId& id, const ObjectId& with) {
  Action action = dropping(id);
  return action.vanishing(with, 0);
}

Action Action::renaming(const ObjectId& before, const ObjectId& after) {
  Action action;
  action.id = after;
  action.renamed = before;
  action.phase = Phase::rename;
  return action;
}

Action& Action::statement(const SqlWriter& sql) {
  text = sql.text();
  return *this;
}

Action& Action::inside(const ObjectId& holder, const SqlWriter& lead_words, int rank) {
  folds_into = holder;
  lead = lead_words.text();
  fold_rank = rank;
  return *this;
}

Action& Action::vanishing(const std::optional<ObjectId>& holder, int rank) {
  folds_into = holder;
  fold_rank = rank;
  return *this;
}

Action& Action::lock(const QualifiedName& relation, LockMode mode) {
  locks.push_back({relation, mode});
  return *this;
}

Action& Action::hazard(Hazard which, std::string detail) {
  hazards.push_back({which, id, std::move(detail)});
  return *this;
}

Action& Action::need(const ObjectId& other) {
  needs.push_back(other);
  return *this;
}

Action& Action::await(const ObjectId& other) {
  awaits.push_back(other);
  return *this;
}

Action& Action::lessen(const ObjectId& id) {
  lessens.push_back(id);
  return *this;
}

Action& Action::as(const std::string& role) {
  as_role = role;
  return *this;
}

Actions Actions::replacement() {
  Actions actions;
  actions.replace_self = true;
  return actions;
}

Actions Actions::replacement_without_values() {
  Actions actions = replacement();
  actions.gives_up_values = true;
  return actions;
}

Actions Actions::not_possible(std::string why) {
  Actions actions;
  actions.impossible = std::move(why);
  return actions;
}

Actions& Actions::add(Action action) {
  actions.push_back(std::move(action));
  return *this;
}

Actions& Actions::add(Actions more) {
  actions.insert(actions.end(), std::make_move_iterator(more.actions.begin()),
                 std::make_move_iterator(more.actions.end()));
  replace.insert(replace.end(), more.replace.begin(), more.replace.end());
  remake.insert(remake.end(), more.remake.begin(), more.remake.end());
  replace_self = replace_self || more.replace_self;
  gives_up_values = gives_up_values || more.gives_up_values;
  if (!impossible) impossible = std::move(more.impossible);
  return *this;
}

}  // namespace pgplumb::diff
