#include "diff/family_sql.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

// Those of `some` that `others` do not have just so.
template <typename Entry>
std::vector<Entry> without(const std::vector<Entry>& some, const std::vector<Entry>& others) {
  std::vector<Entry> rest;
  for (const Entry& one : some) {
    bool found = false;
    for (const Entry& other : others) found |= compare_any(one, other) == Verdict::equal;
    if (!found) rest.push_back(one);
  }
  return rest;
}

FamilyMembers without(const FamilyMembers& some, const FamilyMembers& others) {
  return {without(some.operators, others.operators), without(some.functions, others.functions)};
}

void add(const ObjectId& id, const FamilyMembers& members, const Scope& scope, Actions& actions) {
  if (members.operators.empty() && members.functions.empty()) return;
  SqlWriter sql("ALTER");
  write_object(sql, id, scope);
  MemberList list(sql.keyword("ADD"));
  list.add(members);
  actions.add(Action::making(id).statement(sql));
}

void remove(const ObjectId& id, const FamilyMembers& members, const Scope& scope,
            Actions& actions) {
  if (members.operators.empty() && members.functions.empty()) return;
  SqlWriter sql("ALTER");
  write_object(sql, id, scope);
  MemberList list(sql.keyword("DROP"));
  list.remove(members);
  actions.add(Action::making(id).statement(sql));
}

}  // namespace

Actions create(const ObjectId& id, const OperatorFamily& desired, const Scope& scope) {
  SqlWriter sql("CREATE");
  write_object(sql, id, scope);
  Actions actions;
  actions.add(Action::making(id).statement(sql));
  add(id, desired.members, scope, actions);
  return actions;
}

Actions drop(const ObjectId& id, const OperatorFamily&, const Scope& scope) {
  return drop_object(id, scope);
}

Actions alter(const ObjectId& id, const OperatorFamily& current, const OperatorFamily& desired,
              const Changed<OperatorFamily>&, const Scope& scope) {
  Actions actions;
  remove(id, without(current.members, desired.members), scope, actions);
  add(id, without(desired.members, current.members), scope, actions);
  return actions;
}

Actions rename(const ObjectId& before, const ObjectId& after, const OperatorFamily&,
               const Scope& scope) {
  return rename_object(before, after, scope);
}

}  // namespace pgplumb::diff
