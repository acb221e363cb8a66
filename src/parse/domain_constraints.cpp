#include "parse/domain_constraints.hpp"

#include "parse/column_definition.hpp"
#include "parse/relation_tree.hpp"
#include "parse/replay.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// A constraint's name is unique among those of its namespace when the server chooses it.
std::string chosen_name(const ObjectId& domain, const Replay& replay) {
  return Replay::choose_name(domain.name, "", "check", [&](const std::string& candidate) {
    return constraint_name_taken(replay.catalog(), domain.space, candidate);
  });
}

}  // namespace

void apply_domain_constraint(const ::Constraint& constraint, Domain& domain, const Replay& replay) {
  if (constraint.contype == CONSTR_NOTNULL) domain.not_null = true;
  if (constraint.contype == CONSTR_NULL) domain.not_null = false;
  if (constraint.contype != CONSTR_DEFAULT) return;
  domain.default_value = default_expression(constraint.raw_expr, domain.type, replay);
}

void add_domain_check(const ObjectId& id, const ::Constraint& constraint, Replay& replay) {
  const std::string name =
      constraint.conname != nullptr ? constraint.conname : chosen_name(id, replay);
  const ObjectId own = part_of(id, ObjectKind::constraint, Identifier(name));
  if (replay.model().contains(own)) {
    return replay.error(
        DiagnosticCode::duplicate_object,
        "constraint \"" + name + "\" of domain \"" + shown(id) + "\" exists already",
        constraint.location);
  }
  Constraint check;
  check.type = ConstraintType::check;
  check.check = replay.expression(constraint.raw_expr);
  check.validated = !constraint.skip_validation;
  replay.put(own, std::move(check));
}

}  // namespace pgplumb::parse
