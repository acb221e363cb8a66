#include "diff/rules.hpp"
#include "diff/wording.hpp"

namespace pgplumb::diff {
namespace {

bool names(const Operator& op, const ObjectId& other) {
  const bool commutes =
      !op.commutator.empty() && operator_id(op.commutator, op.right, op.left) == other;
  const bool negates = !op.negator.empty() && operator_id(op.negator, op.left, op.right) == other;
  return commutes || negates;
}

ObjectId commutator_of(const Operator& op) { return operator_id(op.commutator, op.right, op.left); }
ObjectId negator_of(const Operator& op) { return operator_id(op.negator, op.left, op.right); }

// A shell is linked to the first operator that names it: the others wait for that one.
void await_first(Action& action, const ObjectId& id, const Operator& desired, const Scope& scope) {
  const auto shell_at = [&](const ObjectId& other) -> const Operator* {
    const auto* op = scope.desired.get<Operator>(other);
    return op != nullptr && op->function.empty() ? op : nullptr;
  };
  const auto wait = [&](const ObjectId& first) {
    if (first != id && scope.desired.contains(first)) action.need(first);
  };
  if (!desired.commutator.empty()) {
    const Operator* shell = shell_at(commutator_of(desired));
    if (shell != nullptr && !shell->commutator.empty()) wait(commutator_of(*shell));
  }
  if (!desired.negator.empty()) {
    const Operator* shell = shell_at(negator_of(desired));
    if (shell != nullptr && !shell->negator.empty()) wait(negator_of(*shell));
  }
}

// An operator that names `shell`: the server makes the shell along with it.
std::optional<ObjectId> maker_of(const ObjectId& shell, const Catalog& catalog) {
  const auto& itself = *catalog.get<Operator>(shell);
  for (const ObjectId& id : {negator_of(itself), commutator_of(itself)}) {
    const auto* op = catalog.get<Operator>(id);
    if (op != nullptr && !op->function.empty() && names(*op, shell)) return id;
  }
  for (const ObjectId& id : catalog.find_named(ObjectKind::operator_, shell.qualified_name())) {
    const auto* op = catalog.get<Operator>(id);
    if (id != shell && !op->function.empty() && names(*op, shell)) return id;
  }
  for (const auto [id, op] : catalog.all<Operator>()) {
    if (!op.function.empty() && names(op, shell)) return id;
  }
  return std::nullopt;
}

// Whether the server sets or clears a link by itself, because the other operator comes or goes.
bool is_consequence(const ObjectId& id, const QualifiedName& current, const QualifiedName& desired,
                    const TypeRef& left, const TypeRef& right, const Scope& scope) {
  if (current.empty() == desired.empty()) return false;
  const ObjectId other = operator_id(current.empty() ? desired : current, left, right);
  const Catalog& state = current.empty() ? scope.desired : scope.current;
  const auto* op = state.get<Operator>(other);
  const bool moves = current.empty() ? scope.is_new(other) : scope.is_dropped(other);
  return moves && op != nullptr && names(*op, id);
}

void write_operands(SqlWriter& sql, const Operator& op) {
  if (!op.left.empty()) sql.comma().line(1).keyword("LEFTARG =").type(op.left);
  sql.comma().line(1).keyword("RIGHTARG =").type(op.right);
}

// One without a function, which none of the others makes: left behind by one that has gone, as
// here.
Actions make_shell(const ObjectId& id, const Operator& shell) {
  const QualifiedName maker = qualified("pg_temp", id.name.str() + "#");
  const QualifiedName function = qualified("pg_temp", id.space.str() + "." + id.name.str());
  const auto signature = [&](SqlWriter sql) {
    sql.name(function).call();
    if (!shell.left.empty()) sql.type(shell.left).comma();
    return sql.type(shell.right).close();
  };
  SqlWriter make("CREATE OPERATOR");
  make.operator_name(maker).open().line(1).keyword("FUNCTION =").name(function);
  write_operands(make, shell);
  make.comma().line(1).keyword("NEGATOR =").operator_(id.qualified_name()).line().close();
  SqlWriter drop("DROP OPERATOR");
  drop.operator_name(maker).open();
  shell.left.empty() ? drop.keyword("NONE") : drop.type(shell.left);
  drop.comma().type(shell.right).close();
  SqlWriter create = signature(SqlWriter("CREATE FUNCTION"));
  create.keyword("RETURNS boolean LANGUAGE sql AS").literal("SELECT true");
  Actions actions(Action::making(id).statement(create));
  for (const SqlWriter& sql : {make, drop, signature(SqlWriter("DROP FUNCTION"))}) {
    actions.add(Action::changing(id).statement(sql));
  }
  return actions;
}

void write_estimator(SqlWriter& sql, Words words, const QualifiedName& name) {
  sql.keyword(words);
  name.empty() ? sql.keyword("NONE") : sql.name(name);
}

}  // namespace

Actions create(const ObjectId& id, const Operator& desired, const Scope& scope) {
  if (desired.function.empty()) {
    const auto maker = maker_of(id, scope.desired);
    if (maker) return Action::implied_make(id, *maker);
    return make_shell(id, desired);
  }
  SqlWriter sql("CREATE OPERATOR");
  sql.operator_name(id.qualified_name()).open();
  sql.line(1).keyword("FUNCTION =").name(desired.function);
  if (!desired.left.empty()) sql.comma().line(1).keyword("LEFTARG =").type(desired.left);
  sql.comma().line(1).keyword("RIGHTARG =").type(desired.right);
  if (!desired.commutator.empty()) {
    sql.comma().line(1).keyword("COMMUTATOR =").operator_(desired.commutator);
  }
  if (!desired.negator.empty()) {
    sql.comma().line(1).keyword("NEGATOR =").operator_(desired.negator);
  }
  if (!desired.restrict_estimator.empty()) {
    write_estimator(sql.comma().line(1), "RESTRICT =", desired.restrict_estimator);
  }
  if (!desired.join_estimator.empty()) {
    write_estimator(sql.comma().line(1), "JOIN =", desired.join_estimator);
  }
  if (desired.hashes) sql.comma().line(1).keyword("HASHES");
  if (desired.merges) sql.comma().line(1).keyword("MERGES");
  Action action = Action::making(id);
  await_first(action, id, desired, scope);
  return action.statement(sql.line().close());
}

Actions drop(const ObjectId& id, const Operator&, const Scope& scope) {
  return drop_object(id, scope);
}

Actions alter(const ObjectId& id, const Operator& current, const Operator& desired,
              const Changed<Operator>& changed, const Scope& scope) {
  const bool linked =
      (changed.has<&Operator::commutator>() &&
       !is_consequence(id, current.commutator, desired.commutator, desired.right, desired.left,
                       scope)) ||
      (changed.has<&Operator::negator>() &&
       !is_consequence(id, current.negator, desired.negator, desired.left, desired.right, scope));
  const bool reachable =
      !linked && changed.only<&Operator::commutator, &Operator::negator,
                              &Operator::restrict_estimator, &Operator::join_estimator>();
  if (!reachable) return Actions::replacement();
  const bool estimators =
      changed.has<&Operator::restrict_estimator>() || changed.has<&Operator::join_estimator>();
  if (!estimators) return {};
  SqlWriter sql("ALTER");
  write_object(sql, id, scope);
  sql.keyword("SET").open();
  if (changed.has<&Operator::restrict_estimator>()) {
    write_estimator(sql, "RESTRICT =", desired.restrict_estimator);
  }
  if (changed.has<&Operator::join_estimator>()) {
    if (changed.has<&Operator::restrict_estimator>()) sql.comma();
    write_estimator(sql, "JOIN =", desired.join_estimator);
  }
  return Action::making(id).statement(sql.close());
}

Actions rename(const ObjectId& before, const ObjectId& after, const Operator&, const Scope& scope) {
  if (before.name != after.name)
    return Actions::not_possible(
        "an operator can't be renamed; leave that out, and it is dropped and made anew");
  return rename_object(before, after, scope);
}

}  // namespace pgplumb::diff
