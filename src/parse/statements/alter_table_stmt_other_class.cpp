// What ALTER VIEW, ALTER SEQUENCE, ALTER INDEX and ALTER TYPE have in common with ALTER TABLE.
#include <algorithm>

#include "parse/alter_table.hpp"
#include "parse/drop_restrict.hpp"
#include "parse/options.hpp"
#include "parse/ownership.hpp"
#include "parse/partitions.hpp"
#include "parse/relation_tree.hpp"
#include "parse/statistics.hpp"
#include "parse/view_column_settings.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

const ::List* as_list(const ::Node* node) { return reinterpret_cast<const ::List*>(node); }

template <typename Holder>
bool change_options(const ::AlterTableCmd& command, Holder& holder) {
  if (command.subtype == AT_SetRelOptions)
    return set_options(holder.options, as_list(command.def)), true;
  if (command.subtype != AT_ResetRelOptions) return false;
  return reset_options(holder.options, as_list(command.def)), true;
}

// ALTER INDEX … ALTER COLUMN n SET STATISTICS.
bool change_index_statistics(const ::AlterTableCmd& command, Index& index) {
  if (command.subtype != AT_SetStatistics || command.num <= 0) return false;
  const std::string column = std::to_string(command.num) + "=";
  std::erase_if(index.statistics_targets,
                [&](const std::string& known) { return known.starts_with(column); });
  const auto target = statistics_target(command.def);
  if (!target) return true;
  index.statistics_targets.push_back(column + std::to_string(*target));
  std::ranges::sort(index.statistics_targets, {},
                    [](const std::string& known) { return std::stoi(known); });
  return true;
}

template <typename Holder>
bool change_storage(const ::AlterTableCmd& command, Holder& holder) {
  if (change_options(command, holder)) return true;
  if (command.subtype != AT_SetTableSpace) return false;
  holder.tablespace = unless(command.name, "pg_default");
  return true;
}

bool change_materialized_view(const ::AlterTableCmd& command, MaterializedView& view,
                              const Replay& replay) {
  if (change_storage(command, view)) return true;
  if (command.subtype != AT_SetAccessMethod) return false;
  view.access_method = replay.table_access_method(command.name);
  return true;
}

bool change_sequence(const ::AlterTableCmd& command, Sequence& sequence) {
  if (command.subtype == AT_SetLogged) return sequence.persistence = Persistence::permanent, true;
  if (command.subtype == AT_SetUnLogged) return sequence.persistence = Persistence::unlogged, true;
  return false;
}

bool attach_partition(const ::AlterTableCmd& command, Alteration& alteration) {
  if (command.subtype != AT_AttachPartition) return false;
  const ::RangeVar& name = *reinterpret_cast<const ::PartitionCmd*>(command.def)->name;
  if (const auto child = alteration.replay().find_class(name)) {
    attach_index(alteration.relation(), *child, alteration.replay());
  } else {
    alteration.replay().unresolved("index", written(name), name.location);
  }
  return true;
}

// ALTER MATERIALIZED VIEW … CLUSTER ON.
bool cluster_on(const ::AlterTableCmd& command, Alteration& alteration) {
  if (command.subtype != AT_ClusterOn && command.subtype != AT_DropCluster) return false;
  cluster_on(alteration.relation(), sql::text_of(command.name), alteration.replay());
  return true;
}

class AttributeChange {
 public:
  AttributeChange(const ::AlterTableCmd& command, Alteration& alteration)
      : command_(command),
        definition_(reinterpret_cast<const ::ColumnDef*>(command.def)),
        alteration_(alteration) {}

  bool run() {
    switch (command_.subtype) {
      case AT_AddColumn: add(); break;
      case AT_DropColumn: drop(); break;
      case AT_AlterColumnType: change_type(); break;
      default: return false;
    }
    alteration_.replay().touch(alteration_.relation());
    return true;
  }

 private:
  using Attributes = std::vector<CompositeAttribute>;

  Attributes& attributes() {
    return alteration_.replay().model().get<CompositeType>(alteration_.relation())->attributes;
  }

  Attributes::iterator find(const Identifier& name) {
    return std::find_if(attributes().begin(), attributes().end(),
                        [&](const CompositeAttribute& a) { return a.name == name; });
  }

  void describe(CompositeAttribute& attribute) {
    attribute.type = alteration_.replay().type(*definition_->typeName);
    attribute.collation = {};
    if (definition_->collClause == nullptr) return;
    attribute.collation = collation_name(definition_->collClause->collname, alteration_.replay());
  }

  void add() {
    CompositeAttribute attribute;
    attribute.name = Identifier(sql::text_of(definition_->colname));
    if (find(attribute.name) != attributes().end()) {
      return alteration_.replay().error(
          DiagnosticCode::duplicate_object,
          "attribute \"" + printable(attribute.name.text()) + "\" exists already",
          definition_->location);
    }
    describe(attribute);
    attributes().push_back(std::move(attribute));
  }

  void drop() {
    const Identifier name(sql::text_of(command_.name));
    const auto found = find(name);
    if (found != attributes().end()) {
      const ObjectId id = part_of(alteration_.relation(), ObjectKind::attribute, name);
      const bool cascade = command_.behavior == DROP_CASCADE;
      if (!cascade && !may_drop({id}, alteration_.replay())) return;
      attributes().erase(found);
      alteration_.replay().drop(id, cascade);
    } else if (!command_.missing_ok) {
      alteration_.replay().unresolved("attribute", name.text());
    }
  }

  void change_type() {
    const Identifier name(sql::text_of(command_.name));
    const auto found = find(name);
    if (found == attributes().end()) {
      return alteration_.replay().unresolved("attribute", name.text());
    }
    describe(*found);
  }

  const ::AlterTableCmd& command_;
  const ::ColumnDef* definition_;
  Alteration& alteration_;
};

// CASCADE: the same for the tables of the type, and those below them.
void change_typed_tables(const ::AlterTableCmd& command, Alteration& alteration) {
  Replay& replay = alteration.replay();
  for (const ObjectId& table : tables_of_type(replay.catalog(), alteration.relation())) {
    Alteration inner(table, Reach::with_children, replay);
    alter_columns(command, inner);
    inner.run();
  }
}

bool change_attribute(const ::AlterTableCmd& command, Alteration& alteration) {
  if (!AttributeChange(command, alteration).run()) return false;
  change_typed_tables(command, alteration);
  return true;
}

bool change(const ::AlterTableCmd& command, Alteration& alteration) {
  Catalog& model = alteration.replay().model();
  const ObjectId& id = alteration.relation();
  switch (id.kind) {
    case ObjectKind::view: return change_options(command, *model.get<View>(id));
    case ObjectKind::materialized_view:
      return change_materialized_view(command, *model.get<MaterializedView>(id),
                                      alteration.replay());
    case ObjectKind::sequence: return change_sequence(command, *model.get<Sequence>(id));
    case ObjectKind::index:
      return change_storage(command, *model.get<Index>(id)) ||
             change_index_statistics(command, *model.get<Index>(id));
    case ObjectKind::constraint: return change_storage(command, *model.get<Constraint>(id));
    default: return false;
  }
}

}  // namespace

bool alter_other_class(const ::AlterTableCmd& command, Alteration& alteration) {
  Replay& replay = alteration.replay();
  const ObjectKind kind = alteration.relation().kind;
  if (command.subtype == AT_ChangeOwner) {
    // An index has its table's owner; the server accepts the statement and warns.
    if (kind == ObjectKind::index || kind == ObjectKind::constraint) return true;
    return change_owner(alteration.relation(), *command.newowner, replay), true;
  }
  if (kind == ObjectKind::composite_type) return change_attribute(command, alteration);
  const bool is_view = kind == ObjectKind::view || kind == ObjectKind::materialized_view;
  if (is_view && alter_view_column(command, alteration)) return true;
  if (change(command, alteration)) return replay.touch(alteration.relation()), true;
  return attach_partition(command, alteration) || cluster_on(command, alteration);
}

}  // namespace pgplumb::parse
