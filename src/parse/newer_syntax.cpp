#include "parse/newer_syntax.hpp"

namespace pgplumb::parse {
namespace {

ConstraintChange::Deferral deferral(bool deferrable, bool initially_deferred) {
  return {deferrable || initially_deferred, initially_deferred};
}

}  // namespace

#if PG_VERSION_NUM >= 180000

bool is_enforced(const ::Constraint& node) {
  const bool may_be = node.contype == CONSTR_CHECK || node.contype == CONSTR_FOREIGN;
  return !may_be || node.is_enforced;
}

std::optional<bool> enforced_word(const ::Constraint& word) {
  if (word.contype == CONSTR_ATTR_ENFORCED) return true;
  return word.contype == CONSTR_ATTR_NOT_ENFORCED ? std::optional(false) : std::nullopt;
}

bool is_virtual(const ::Constraint& node) { return node.generated_kind == 'v'; }

bool is_temporal(const ::Constraint& node) {
  return node.contype == CONSTR_FOREIGN ? node.fk_with_period : node.without_overlaps;
}

ConstraintChange constraint_change(const ::AlterTableCmd& command) {
  const auto& node = *reinterpret_cast<const ::ATAlterConstraint*>(command.def);
  ConstraintChange change;
  change.name = sql::text_of(node.conname);
  if (node.alterDeferrability) change.deferral = deferral(node.deferrable, node.initdeferred);
  if (node.alterEnforceability) change.enforced = node.is_enforced;
  if (node.alterInheritability) change.no_inherit = node.noinherit;
  return change;
}

#else

bool is_enforced(const ::Constraint&) { return true; }

std::optional<bool> enforced_word(const ::Constraint&) { return std::nullopt; }

bool is_virtual(const ::Constraint&) { return false; }

bool is_temporal(const ::Constraint&) { return false; }

ConstraintChange constraint_change(const ::AlterTableCmd& command) {
  const auto& node = *reinterpret_cast<const ::Constraint*>(command.def);
  return {sql::text_of(node.conname), deferral(node.deferrable, node.initdeferred), {}, {}};
}

#endif

}  // namespace pgplumb::parse
