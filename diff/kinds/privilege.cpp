#include <algorithm>
#include <array>
#include <string>

#include "diff/holder.hpp"
#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

struct Letter {
  char letter;
  Words word;
};

constexpr std::array kLetters = {
    Letter{'r', "SELECT"},   Letter{'a', "INSERT"},   Letter{'w', "UPDATE"},
    Letter{'d', "DELETE"},   Letter{'D', "TRUNCATE"}, Letter{'x', "REFERENCES"},
    Letter{'t', "TRIGGER"},  Letter{'U', "USAGE"},    Letter{'C', "CREATE"},
    Letter{'X', "EXECUTE"},  Letter{'m', "MAINTAIN"}, Letter{'c', "CONNECT"},
    Letter{'T', "TEMPORARY"}};

bool has(const std::string& letters, char letter) {
  return letters.find(letter) != std::string::npos;
}

std::string without(const std::string& letters, const std::string& others) {
  std::string rest;
  for (const char c : letters) {
    if (!has(others, c)) rest += c;
  }
  return rest;
}

// What the grantee holds where no fact says otherwise.
Privilege initial(const ObjectId& id, const Catalog& catalog) {
  const ObjectId subject = *parent_of(id);
  if (id.grantee.empty()) return {public_default_privileges(subject.kind), ""};
  const auto* owner = catalog.get<Owner>(about(ObjectKind::owner, subject));
  const std::string role = owner != nullptr ? owner->role : catalog.default_owner.value_or("");
  if (role != id.grantee) return {};
  return {owner_default_privileges(subject.kind), ""};
}

void write_letters(SqlWriter& sql, const ObjectId& subject, const std::string& letters) {
  std::vector<const Letter*> granted;
  for (const Letter& known : kLetters) {
    if (has(letters, known.letter)) granted.push_back(&known);
  }
  sql.list(granted, [&](const Letter* letter) {
    sql.keyword(letter->word);
    if (subject.kind == ObjectKind::attribute) sql.names({Identifier(subject.member)});
  });
}

void write_subject(SqlWriter& sql, const ObjectId& subject, const Scope& scope) {
  sql.keyword("ON");
  switch (subject.kind) {
    case ObjectKind::attribute:
    case ObjectKind::relation:
    case ObjectKind::view:
    case ObjectKind::materialized_view: sql.keyword("TABLE").name(subject.qualified_name()); break;
    default: write_object(sql, subject, scope);
  }
}

Action on(const ObjectId& id, const Scope& scope) {
  Action action = Action::making(id);
  action.need(about(ObjectKind::owner, *parent_of(id)));
  if (!scope.is_new(*parent_of(id))) action.hazard(Hazard::changes_authorization);
  return action;
}

void grant(Actions& actions, const ObjectId& id, const std::string& letters, bool with_option,
           const Scope& scope) {
  if (letters.empty()) return;
  const ObjectId subject = *parent_of(id);
  SqlWriter sql("GRANT");
  write_letters(sql, subject, letters);
  write_subject(sql, subject, scope);
  sql.keyword("TO").role(id.grantee).keyword_if(with_option, "WITH GRANT OPTION");
  actions.add(on(id, scope).statement(sql));
}

void revoke(Actions& actions, const ObjectId& id, const std::string& letters, bool option_only,
            const Scope& scope) {
  if (letters.empty()) return;
  const ObjectId subject = *parent_of(id);
  SqlWriter sql("REVOKE");
  sql.keyword_if(option_only, "GRANT OPTION FOR");
  write_letters(sql, subject, letters);
  write_subject(sql, subject, scope);
  actions.add(on(id, scope).statement(sql.keyword("FROM").role(id.grantee)));
}

Actions change(const ObjectId& id, const Privilege& current, const Privilege& desired,
               const Scope& scope) {
  Actions actions;
  revoke(actions, id, without(current.privileges, desired.privileges), false, scope);
  const std::string kept_option =
      without(current.grant_option, without(current.privileges, desired.privileges));
  revoke(actions, id, without(kept_option, desired.grant_option), true, scope);
  const std::string plain = without(desired.privileges, desired.grant_option);
  grant(actions, id, without(plain, current.privileges), false, scope);
  grant(actions, id, without(desired.grant_option, current.grant_option), true, scope);
  if (actions.actions.empty()) actions.add(Action::making(id));
  return actions;
}

// The grants of an object that is made again are gone with it.
bool is_made(const ObjectId& id, const Scope& scope) { return scope.is_new(*parent_of(id)); }

}  // namespace

Actions create(const ObjectId& id, const Privilege& desired, const Scope& scope) {
  return change(id, initial(id, is_made(id, scope) ? scope.desired : scope.current), desired,
                scope);
}

Actions drop(const ObjectId& id, const Privilege& current, const Scope& scope) {
  Actions actions = change(id, current, initial(id, scope.current), scope);
  for (Action& action : actions.actions) {
    action.makes.clear();
    action.needs.clear();
    action.breaks = {id};
    action.phase = Phase::drop;
    action.vanishing(holder_of(scope.current, id));
  }
  return actions;
}

Actions alter(const ObjectId& id, const Privilege& current, const Privilege& desired,
              const Changed<Privilege>&, const Scope& scope) {
  return change(id, current, desired, scope);
}

Actions rename(const ObjectId&, const ObjectId&, const Privilege&, const Scope&) { return {}; }

}  // namespace pgplumb::diff
