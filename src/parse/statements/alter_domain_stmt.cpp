// ALTER DOMAIN: default, NOT NULL, constraints.
#include "parse/column_definition.hpp"
#include "parse/domain_constraints.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

void set_default(const ::Node* value, Domain& domain, const Replay& replay) {
  domain.default_value =
      value == nullptr ? Expression{} : default_expression(value, domain.type, replay);
}

void add_constraint(const ObjectId& id, const ::Constraint& constraint, Replay& replay) {
  if (constraint.contype == CONSTR_CHECK) return add_domain_check(id, constraint, replay);
  apply_domain_constraint(constraint, *replay.model().get<Domain>(id), replay);
  replay.touch(id);
}

// The constraint that DROP and VALIDATE name; tells when there is none.
std::optional<ObjectId> named_constraint(const ObjectId& domain, const ::AlterDomainStmt& statement,
                                         Replay& replay) {
  const std::string name = sql::text_of(statement.name);
  const ObjectId id = part_of(domain, ObjectKind::constraint, Identifier(name));
  if (replay.model().contains(id)) return id;
  if (!statement.missing_ok) replay.unresolved("constraint", name);
  return std::nullopt;
}

void alter(const ObjectId& id, const ::AlterDomainStmt& statement, Replay& replay) {
  auto& domain = *replay.model().get<Domain>(id);
  switch (statement.subtype) {
    case 'T': set_default(statement.def, domain, replay); break;
    case 'N': domain.not_null = false; break;
    case 'O': domain.not_null = true; break;
    case 'C':
      return add_constraint(id, *reinterpret_cast<const ::Constraint*>(statement.def), replay);
    case 'X':
      if (const auto found = named_constraint(id, statement, replay)) replay.drop(*found);
      return;
    case 'V':
      if (const auto found = named_constraint(id, statement, replay)) {
        replay.model().get<Constraint>(*found)->validated = true;
        replay.touch(*found);
      }
      return;
    default: return replay.unmanaged("");
  }
  replay.touch(id);
}

}  // namespace

void lower(const ::AlterDomainStmt& statement, Replay& replay) {
  const auto id = replay.find_type(statement.typeName);
  if (!id || id->kind != ObjectKind::domain) {
    const auto names = sql::strings_of(statement.typeName);
    return replay.unresolved("domain", names.empty() ? "" : names.back());
  }
  alter(*id, statement, replay);
}

}  // namespace pgplumb::parse
