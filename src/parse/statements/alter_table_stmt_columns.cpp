// ALTER TABLE: columns come, go and change type.
#include <algorithm>

#include "parse/alter_table.hpp"
#include "parse/column_definition.hpp"
#include "parse/drop_restrict.hpp"
#include "parse/extension_dependencies.hpp"
#include "parse/index_definition.hpp"
#include "parse/inheritance.hpp"
#include "parse/relation_tree.hpp"
#include "parse/sequence_options.hpp"
#include "parse/statistics.hpp"
#include "parse/written_names.hpp"
#include "sql/canonical.hpp"
#include "sql/column_aliases.hpp"
#include "sql/fragment.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

void queue_constraint(const WrittenConstraint& written, Alteration& alteration) {
  AlterPass pass = AlterPass::other_constraint;
  const ::ConstrType type = written.node->contype;
  if (type != CONSTR_CHECK && type != CONSTR_FOREIGN) pass = AlterPass::add_key;
  alteration.later(pass, [written, &alteration] {
    auto draft = constraint_draft(written, alteration.relation(), alteration.replay());
    if (!draft) return;
    // A new column has no rows to check: NOT VALID has no effect.
    draft->constraint.validated = draft->constraint.enforced;
    add_constraint(alteration.relation(), std::move(*draft), alteration.reach(),
                   alteration.replay());
  });
}

void add_column(const ::AlterTableCmd& command, Alteration& alteration) {
  const auto& definition = *reinterpret_cast<const ::ColumnDef*>(command.def);
  const ObjectId& relation = alteration.relation();
  Replay& replay = alteration.replay();
  const Identifier name(sql::text_of(definition.colname));
  if (alteration.catalog().contains(attribute_id(relation, name))) {
    if (command.missing_ok) return;
    return replay.error(DiagnosticCode::duplicate_object,
                        "column \"" + printable(name.text()) + "\" of table \"" +
                            printable(relation.name) + "\" exists already",
                        definition.location);
  }
  const Persistence persistence = alteration.catalog().get<Relation>(relation)->persistence;
  const ColumnDraft draft = column_draft(definition, relation, persistence, replay);
  put_column(relation, draft, replay);
  put_default(relation, name, draft.default_value, replay);
  replay.locate(default_id(relation, name), draft.location);
  if (alteration.reach() == Reach::with_children) pass_on_column(relation, name, replay);
  for (const WrittenConstraint& written : draft.constraints) queue_constraint(written, alteration);
}

class AliasDropper : public ReferenceVisitor {
 public:
  AliasDropper(const ObjectId& relation, std::size_t position, const Catalog& catalog)
      : relation_(relation), position_(position), catalog_(catalog) {}
  void expression(Expression& expression, const ExpressionContext& context) {
    const bool dropped =
        sql::drop_column_alias(expression, context, relation_, position_, catalog_);
    changed_ = changed_ || dropped;
  }
  [[nodiscard]] bool changed() const { return changed_; }

 private:
  const ObjectId& relation_;
  std::size_t position_;
  const Catalog& catalog_;
  bool changed_ = false;
};

bool holds_queries(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::view:
    case ObjectKind::materialized_view:
    case ObjectKind::rule:
    case ObjectKind::policy:
    case ObjectKind::routine: return true;
    default: return false;
  }
}

class NameFinder : public ReferenceVisitor {
 public:
  explicit NameFinder(const std::string& name) : name_(name) {}
  void expression(const Expression& expression, const ExpressionContext&) {
    found_ = found_ || expression.text.find(name_) != std::string::npos;
  }
  [[nodiscard]] bool found() const { return found_; }

 private:
  const std::string& name_;
  bool found_ = false;
};

// Queries that name the columns of the relation one by one. What they become once the column is
// gone.
std::vector<std::pair<ObjectId, Object>> without_alias(const ObjectId& relation,
                                                       const Identifier& column,
                                                       const Catalog& catalog) {
  const auto columns = catalog.attributes_of(relation);
  const auto at = std::find(columns.begin(), columns.end(), attribute_id(relation, column));
  const auto position = static_cast<std::size_t>(at - columns.begin());
  std::vector<std::pair<ObjectId, Object>> changed;
  for (const auto& [id, object] : catalog.objects()) {
    if (!holds_queries(id.kind)) continue;
    NameFinder finder(relation.name);
    visit_references(id, object, finder);
    if (!finder.found()) continue;
    Object copy = object;
    AliasDropper dropper(relation, position, catalog);
    visit_references(id, copy, dropper);
    if (dropper.changed()) changed.emplace_back(id, std::move(copy));
  }
  return changed;
}

void drop_attribute(const ObjectId& relation, const Identifier& column, bool cascade,
                    Replay& replay) {
  auto queries = without_alias(relation, column, replay.catalog());
  replay.drop(attribute_id(relation, column), cascade);
  for (auto& [id, object] : queries) {
    if (!replay.catalog().contains(id)) continue;
    replay.model().put(id, std::move(object));
    sql::canonicalize(id, replay.model(), replay.names());
  }
  renumber_attributes(replay.model(), relation);
}

void drop_column(const ObjectId& relation, const Identifier& column, bool cascade, Reach reach,
                 Replay& replay) {
  for (const ObjectId& child : children_of(replay.catalog(), relation)) {
    const ObjectId id = attribute_id(child, column);
    auto* attribute = replay.model().get<Attribute>(id);
    if (attribute == nullptr || attribute->inherited_from == 0) continue;
    if (reach == Reach::with_children && attribute->inherited_from == 1 && !attribute->local) {
      drop_column(child, column, cascade, reach, replay);
      continue;
    }
    --attribute->inherited_from;
    if (reach == Reach::only) attribute->local = true;
    replay.touch(id);
  }
  drop_attribute(relation, column, cascade, replay);
}

// The column and those of the children that go with it.
void collect_dropped(const ObjectId& relation, const Identifier& column, Reach reach,
                     const Catalog& catalog, std::vector<ObjectId>& dropped) {
  dropped.push_back(attribute_id(relation, column));
  if (reach != Reach::with_children) return;
  for (const ObjectId& child : children_of(catalog, relation)) {
    const auto* attribute = catalog.get<Attribute>(attribute_id(child, column));
    const bool goes = attribute != nullptr && attribute->inherited_from == 1 && !attribute->local;
    if (goes) collect_dropped(child, column, reach, catalog, dropped);
  }
}

void drop_column(const ::AlterTableCmd& command, Alteration& alteration) {
  const Identifier column(sql::text_of(command.name));
  const bool exists = alteration.catalog().contains(attribute_id(alteration.relation(), column));
  if (!exists && command.missing_ok) return;
  if (!alteration.has_column(column)) return;
  std::vector<ObjectId> dropped;
  collect_dropped(alteration.relation(), column, alteration.reach(), alteration.catalog(), dropped);
  if (command.behavior != DROP_CASCADE && !may_drop(dropped, alteration.replay())) return;
  drop_column(alteration.relation(), column, command.behavior == DROP_CASCADE, alteration.reach(),
              alteration.replay());
}

// An object that is made again belongs to whoever does it.
void own_again(const ObjectId& id, Replay& replay) {
  const ObjectId owner = about(ObjectKind::owner, id);
  if (replay.role()) {
    replay.put(owner, Owner{*replay.role()});
  } else if (replay.catalog().contains(owner)) {
    replay.drop(owner);
  }
}

bool needs(const ObjectId& id, const ObjectId& attribute, const Replay& replay) {
  const auto needed = requirements_of(replay.catalog(), id);
  return std::binary_search(needed.begin(), needed.end(), attribute);
}

// An index of the column is made again: its columns are named anew.
template <typename Indexed>
void state_index_again(const ObjectId& id, const ObjectId& attribute, Indexed& index,
                       Replay& replay) {
  const Indexed before = index;
  index.predicate = restated(index.predicate);
  index.elements = restated(index.elements);
  if (needs(id, attribute, replay)) {
    index.kept_labels.clear();
  } else {
    keep_labels(before, index);
  }
}

// What the server prints for checks and indexes before the type changes is read again after it.
// Indexes and statistics objects of the column are made again.
std::vector<ObjectId> restate_users(const ObjectId& relation, const Identifier& column,
                                    Replay& replay) {
  std::vector<ObjectId> users;
  const ObjectId attribute = attribute_id(relation, column);
  const auto renew = [&](const ObjectId& id) {
    if (needs(id, attribute, replay)) forget_extension_dependencies(id, replay);
  };
  for (const ObjectId& id : replay.catalog().parts_of(relation, ObjectKind::constraint)) {
    renew(id);
    auto* constraint = replay.model().get<Constraint>(id);
    constraint->check = restated(constraint->check);
    if (has_index(*constraint)) state_index_again(id, attribute, *constraint, replay);
    if (!constraint->check.empty() || !constraint->elements.empty()) users.push_back(id);
  }
  for (const ObjectId& id : replay.catalog().indexes_of(relation.qualified_name())) {
    renew(id);
    state_index_again(id, attribute, *replay.model().get<Index>(id), replay);
    users.push_back(id);
  }
  for (const ObjectId& id : statistics_of(replay.catalog(), relation)) {
    auto* statistics = replay.model().get<StatisticsObject>(id);
    // The server forgets their target and their owner.
    if (needs(id, attribute, replay)) {
      statistics->target.reset();
      own_again(id, replay);
    }
    for (Expression& expression : statistics->expressions) expression = restated(expression);
    users.push_back(id);
  }
  return users;
}

// A constant whose form as a value of its type is not known is one of that type all the same.
Expression of_its_type(const Expression& expression, const TypeRef& type) {
  Expression result = restated(expression);
  const sql::Fragment fragment(expression.text, sql::FragmentKind::expression);
  const bool constant = PGPLUMB_NODE_AS(fragment.node(), A_Const) != nullptr;
  if (!expression.closed && constant) {
    result.text = "CAST(" + expression.text + " AS " + format_type(type) + ")";
  }
  return result;
}

void change_default_type(const ObjectId& relation, const Identifier& column, const TypeRef& type,
                         Replay& replay) {
  const ObjectId id = default_id(relation, column);
  auto* value = replay.model().get<AttributeDefault>(id);
  if (value == nullptr) return;
  value->expression = of_its_type(value->expression, value->type);
  value->type = type;
}

void change_identity_type(const ObjectId& relation, const Identifier& column, const TypeRef& type,
                          Replay& replay) {
  for (const ObjectId& id : owned_sequences(replay.catalog(), relation, column)) {
    Sequence sequence = *replay.catalog().get<Sequence>(id);
    if (!sequence.identity) continue;
    change_sequence_type(sequence, type);
    replay.put(id, std::move(sequence));
  }
}

void alter_type(const ::AlterTableCmd& command, Alteration& alteration) {
  const Identifier column(sql::text_of(command.name));
  if (!alteration.has_column(column)) return;
  const ObjectId id = attribute_id(alteration.relation(), column);
  if (!may_change_type(id, alteration.replay())) return;
  const auto& definition = *reinterpret_cast<const ::ColumnDef*>(command.def);
  const TypeRef type = alteration.replay().type(*definition.typeName);
  QualifiedName collation;
  if (definition.collClause != nullptr) {
    collation = collation_name(definition.collClause->collname, alteration.replay());
  }
  change_column_type(alteration.relation(), column, type, collation, alteration.replay());
  alteration.replay().locate(attribute_id(alteration.relation(), column), definition.location);
}

}  // namespace

void change_column_type(const ObjectId& relation, const Identifier& column, const TypeRef& type,
                        const QualifiedName& collation, Replay& replay) {
  const ObjectId id = attribute_id(relation, column);
  auto* attribute = replay.model().get<Attribute>(id);
  if (attribute == nullptr) return;
  const std::vector<ObjectId> users = restate_users(relation, column, replay);
  change_default_type(relation, column, type, replay);
  attribute->type = type;
  attribute->collation = collation;
  attribute->storage = Storage::type_default;
  attribute->compression = {};
  replay.touch(id);
  // Not touched: what uses the column was not set by this statement.
  const ObjectId value = default_id(relation, column);
  if (replay.catalog().contains(value)) sql::canonicalize(value, replay.model(), replay.names());
  for (const ObjectId& user : users) sql::canonicalize(user, replay.model(), replay.names());
  if (attribute->identity != Identity::none) change_identity_type(relation, column, type, replay);
  for (const ObjectId& child : children_of(replay.catalog(), relation)) {
    change_column_type(child, column, type, collation, replay);
  }
}

bool alter_columns(const ::AlterTableCmd& command, Alteration& alteration) {
  switch (command.subtype) {
    case AT_AddColumn: return add_column(command, alteration), true;
    case AT_DropColumn: return drop_column(command, alteration), true;
    case AT_AlterColumnType: return alter_type(command, alteration), true;
    default: return false;
  }
}

}  // namespace pgplumb::parse
