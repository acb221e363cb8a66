// CREATE DOMAIN.
#include "parse/domain_constraints.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

// A domain over another one starts with that one's default, and keeps it when that one's changes.
void take_default(Domain& domain, const sql::Items<::Constraint>& constraints, Replay& replay) {
  bool says_one = false;
  for (const auto* constraint : constraints) says_one |= constraint->contype == CONSTR_DEFAULT;
  const auto* base =
      domain.type.array
          ? nullptr
          : replay.model().get<Domain>(object_id(ObjectKind::domain, domain.type.name));
  if (!says_one && base != nullptr) domain.default_value = base->default_value;
}

}  // namespace

void lower(const ::CreateDomainStmt& statement, Replay& replay) {
  const QualifiedName name = replay.creation_name(statement.domainname);
  if (replay.model().find_type(name)) {
    return replay.error(DiagnosticCode::duplicate_object,
                        "type \"" + shown(name) + "\" exists already");
  }
  Domain domain;
  domain.type = replay.type(*statement.typeName);
  if (statement.collClause != nullptr) {
    domain.collation = collation_name(statement.collClause->collname, replay);
  }
  const auto constraints = sql::items<::Constraint>(statement.constraints);
  for (const auto* constraint : constraints) apply_domain_constraint(*constraint, domain, replay);
  take_default(domain, constraints, replay);
  const ObjectId id = object_id(ObjectKind::domain, name);
  replay.put(id, std::move(domain));
  for (const auto* constraint : constraints) {
    if (constraint->contype == CONSTR_CHECK) add_domain_check(id, *constraint, replay);
  }
}

}  // namespace pgplumb::parse
