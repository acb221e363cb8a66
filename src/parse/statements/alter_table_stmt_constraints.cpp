// ALTER TABLE: constraints.
#include "parse/alter_table.hpp"
#include "parse/drop_restrict.hpp"
#include "parse/inheritance.hpp"
#include "parse/newer_syntax.hpp"
#include "parse/not_null.hpp"
#include "parse/relation_tree.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

AlterPass pass_of(const ::Constraint& node) {
  if (node.indexname != nullptr) return AlterPass::key_using_index;
  const bool key = node.contype != CONSTR_CHECK && node.contype != CONSTR_FOREIGN &&
                   node.contype != CONSTR_NOTNULL;
  return key ? AlterPass::add_key : AlterPass::other_constraint;
}

void add_constraint(const ::AlterTableCmd& command, Alteration& alteration) {
  const auto& node = *reinterpret_cast<const ::Constraint*>(command.def);
  alteration.later(pass_of(node), [&node, &alteration] {
    Replay& replay = alteration.replay();
    if (node.contype == CONSTR_NOTNULL) {
      return add_not_null(alteration.relation(), node, alteration.reach(), replay);
    }
    if (node.indexname != nullptr) {
      return add_key_using_index(alteration.relation(), node, replay);
    }
    auto draft = constraint_draft({&node, {}, false, false, true}, alteration.relation(), replay);
    if (!draft) return;
    add_constraint(alteration.relation(), std::move(*draft), alteration.reach(), replay);
  });
}

// From PostgreSQL 18 on NOT NULL is a constraint as well: the column whose constraint has the name.
std::optional<ObjectId> named_not_null(const std::string& written, const Alteration& alteration) {
  const Identifier name(written);
  if (alteration.catalog().contains(constraint_id(alteration.relation(), name))) return {};
  return find_not_null(alteration.relation(), name, alteration.replay());
}

std::optional<ObjectId> existing(const ::AlterTableCmd& command, const char* name,
                                 Alteration& alteration) {
  const ObjectId id = constraint_id(alteration.relation(), Identifier(sql::text_of(name)));
  if (alteration.catalog().contains(id)) return id;
  if (!command.missing_ok) {
    alteration.replay().unresolved("constraint", id.name + "." + id.member);
  }
  return std::nullopt;
}

void drop_constraint(const ObjectId& id, bool cascade, Reach reach, Replay& replay) {
  const Constraint constraint = *replay.catalog().get<Constraint>(id);
  if (constraint.type == ConstraintType::check && !constraint.no_inherit) {
    for (const ObjectId& child : children_of(replay.catalog(), relation_of(id))) {
      const ObjectId inherited = constraint_id(child, Identifier(id.member));
      auto* copy = replay.model().get<Constraint>(inherited);
      if (copy == nullptr || copy->inherited_from == 0) continue;
      if (reach == Reach::with_children && copy->inherited_from == 1 && !copy->local) {
        drop_constraint(inherited, cascade, reach, replay);
        continue;
      }
      --copy->inherited_from;
      if (reach == Reach::only) copy->local = true;
      replay.touch(inherited);
    }
  }
  replay.drop(id, cascade);
}

// The clones of a foreign key or key in the partitions below.
std::vector<ObjectId> clones_of(const ObjectId& id, const Catalog& catalog) {
  std::vector<ObjectId> clones;
  const auto* parent = catalog.get<Constraint>(id);
  for (const ObjectId& child : children_of(catalog, relation_of(id))) {
    for (const ObjectId& other : catalog.parts_of(child, ObjectKind::constraint)) {
      const auto* clone = catalog.get<Constraint>(other);
      const bool same_name = parent->type == ConstraintType::check && other.member == id.member;
      const bool cloned = parent->type != ConstraintType::check && clone->type == parent->type &&
                          clone->columns == parent->columns &&
                          clone->partition_of == id.qualified_name();
      if (same_name || cloned) clones.push_back(other);
    }
  }
  return clones;
}

template <typename Change>
void change_with_clones(const ObjectId& id, Replay& replay, const Change& change) {
  change(*replay.model().get<Constraint>(id));
  replay.touch(id);
  for (const ObjectId& clone : clones_of(id, replay.catalog())) {
    change_with_clones(clone, replay, change);
  }
}

void alter_constraint(const ::AlterTableCmd& command, Alteration& alteration) {
  const ConstraintChange change = constraint_change(command);
  const auto column = named_not_null(change.name, alteration);
  if (column && change.no_inherit) {
    return set_no_inherit(*column, *change.no_inherit, alteration.replay());
  }
  const auto id = existing(command, change.name.c_str(), alteration);
  if (!id) return;
  change_with_clones(*id, alteration.replay(), [&](Constraint& constraint) {
    if (change.enforced) constraint.enforced = constraint.validated = *change.enforced;
    if (!change.deferral) return;
    constraint.deferrable = change.deferral->deferrable;
    constraint.initially_deferred = change.deferral->initially_deferred;
  });
}

void validate_constraint(const ::AlterTableCmd& command, Alteration& alteration) {
  Replay& replay = alteration.replay();
  const auto column = named_not_null(sql::text_of(command.name), alteration);
  if (column) return validate_not_null(*column, alteration.reach(), replay);
  const auto id = existing(command, command.name, alteration);
  if (!id) return;
  change_with_clones(*id, replay, [](Constraint& constraint) { constraint.validated = true; });
}

void drop_constraint(const ::AlterTableCmd& command, Alteration& alteration) {
  const auto column = named_not_null(sql::text_of(command.name), alteration);
  if (column) return drop_not_null(*column, alteration.reach(), alteration.replay());
  const auto id = existing(command, command.name, alteration);
  if (!id) return;
  const bool cascade = command.behavior == DROP_CASCADE;
  if (!cascade && !may_drop({*id}, alteration.replay())) return;
  drop_constraint(*id, cascade, alteration.reach(), alteration.replay());
}

}  // namespace

bool alter_constraints(const ::AlterTableCmd& command, Alteration& alteration) {
  switch (command.subtype) {
    case AT_AddConstraint: return add_constraint(command, alteration), true;
    case AT_AlterConstraint: return alter_constraint(command, alteration), true;
    case AT_ValidateConstraint: return validate_constraint(command, alteration), true;
    case AT_DropConstraint: return drop_constraint(command, alteration), true;
    default: return false;
  }
}

}  // namespace pgplumb::parse
