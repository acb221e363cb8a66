#include <algorithm>

#include "parse/column_definition.hpp"
#include "parse/constraint_definition.hpp"
#include "parse/foreign_options.hpp"
#include "parse/inheritance.hpp"
#include "parse/like_clause.hpp"
#include "parse/not_null.hpp"
#include "parse/options.hpp"
#include "parse/partitions.hpp"
#include "parse/relation_tree.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/table_creation.hpp"
#include "parse/written_names.hpp"
#include "schema/type_storage.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

class TableCreation {
 public:
  TableCreation(const ::CreateStmt& statement, Relation relation, Replay& replay)
      : statement_(statement), replay_(replay), relation_(std::move(relation)) {}

  void run() {
    id_ = object_id(ObjectKind::relation, replay_.creation_name(*statement_.relation));
    if (!name_is_free() || !describe_relation()) return;
    collect_elements();
    forget_toast_options();
    replay_.put(id_, relation_);
    put_columns();
    // The types of the columns tell which operator classes of its key are the defaults.
    if (!relation_.partition_key.empty()) replay_.touch(id_);
    inherit_checks(parents_, id_, replay_);
    if (is_partition()) equip_partition(parents_[0], id_, replay_);
    add_checks();
    for (const ::TableLikeClause* like : likes_) like_parts(*like, id_, replay_);
    add_keys(id_, drafts_of(Wanted::keys), replay_);
    for (ConstraintDraft& draft : drafts_of(Wanted::foreign_keys)) {
      draft.constraint.validated = draft.constraint.enforced;
      add_constraint(id_, std::move(draft), Reach::with_children, replay_);
    }
  }

 private:
  enum class Wanted { checks, keys, foreign_keys };

  [[nodiscard]] bool is_partition() const { return statement_.partbound != nullptr; }

  bool name_is_free() {
    const auto taken = replay_.catalog().find_class(id_.qualified_name());
    if (!taken) return true;
    if (!statement_.if_not_exists) {
      replay_.error(DiagnosticCode::duplicate_object,
                    "relation \"" + printable(shown(id_)) + "\" exists already",
                    statement_.relation->location);
    }
    return false;
  }

  bool describe_relation() {
    if (statement_.relation->relpersistence == 'u') relation_.persistence = Persistence::unlogged;
    relation_.options = options_of(statement_.options);
    const bool foreign = relation_.relation_kind == RelationKind::foreign;
    if (!foreign) relation_.tablespace = replay_.tablespace(statement_.tablespacename);
    if (!foreign) choose_access_method();
    if (statement_.partspec != nullptr) set_partition_key(*statement_.partspec, relation_, replay_);
    return find_parents() && find_type();
  }

  // Without a column that may be long there is no TOAST table, and nowhere to keep its options.
  void forget_toast_options() {
    const auto is_plain = [&](const ColumnDraft& column) {
      return column.attribute.storage == Storage::type_default &&
             storage_of_type(column.attribute.type, replay_.catalog()) == Storage::plain;
    };
    if (!std::all_of(columns_.begin(), columns_.end(), is_plain)) return;
    std::erase_if(relation_.options,
                  [](const std::string& option) { return option.starts_with("toast."); });
  }

  // A partitioned table keeps no rows: it only has what is written, for its partitions.
  void choose_access_method() {
    const bool stored = statement_.partspec == nullptr;
    if (statement_.accessMethod == nullptr && !stored) return;
    relation_.access_method = replay_.table_access_method(statement_.accessMethod);
  }

  bool find_parents() {
    for (const ::RangeVar* name : sql::items<::RangeVar>(statement_.inhRelations)) {
      const auto parent = replay_.find_class(*name);
      if (!parent || parent->kind != ObjectKind::relation) {
        replay_.unresolved("table", written(*name), name->location);
        return false;
      }
      parents_.push_back(*parent);
      replay_.take_columns(*parent, id_);
      if (!is_partition()) relation_.inherits.push_back(parent->qualified_name());
    }
    if (is_partition() && !parents_.empty()) {
      relation_.partition_of = parents_[0].qualified_name();
      relation_.partition_bound = partition_bound(*statement_.partbound, replay_);
      take_tablespace(*replay_.catalog().get<Relation>(parents_[0]));
      take_access_method(*replay_.catalog().get<Relation>(parents_[0]));
    }
    return true;
  }

  // A partition goes where the partitioned table says, before the session's default counts.
  void take_tablespace(const Relation& parent) {
    const bool foreign = relation_.relation_kind == RelationKind::foreign;
    const bool written = statement_.tablespacename != nullptr;
    if (!foreign && !written && !parent.tablespace.empty()) {
      relation_.tablespace = parent.tablespace;
    }
  }

  void take_access_method(const Relation& parent) {
    const bool foreign = relation_.relation_kind == RelationKind::foreign;
    const bool written = statement_.accessMethod != nullptr;
    if (!foreign && !written && !parent.access_method.empty()) {
      relation_.access_method = parent.access_method;
    }
  }

  bool find_type() {
    if (statement_.ofTypename == nullptr) return true;
    const auto type = replay_.find_type(statement_.ofTypename->names);
    const auto* composite = type ? replay_.catalog().get<CompositeType>(*type) : nullptr;
    if (composite == nullptr) {
      replay_.unresolved("type", written(statement_.ofTypename->names),
                         statement_.ofTypename->location);
      return false;
    }
    relation_.of_type = type->qualified_name();
    replay_.take_columns(*type, id_);
    for (const CompositeAttribute& field : composite->attributes) {
      ColumnDraft& draft = columns_.emplace_back();
      draft.name = field.name;
      draft.attribute.type = field.type;
      draft.attribute.collation = field.collation;
    }
    return true;
  }

  void collect_elements() {
    for (const ::Node* element : sql::items<::Node>(statement_.tableElts)) {
      if (const auto* column = PGPLUMB_NODE_AS(element, ColumnDef)) {
        collect_column(*column);
      } else if (const auto* node = reinterpret_cast<const ::Constraint*>(element);
                 nodeTag(element) == T_Constraint) {
        add_table_constraint(*node);
      } else if (const auto* like = PGPLUMB_NODE_AS(element, TableLikeClause)) {
        collect_like(*like);
      }
    }
    columns_ =
        merged_columns(parents_, std::move(columns_),
                       is_partition() ? ChildKind::partition : ChildKind::inheriting, replay_);
    for (const ::Constraint* node : not_nulls_) apply_not_null(*node);
  }

  void add_table_constraint(const ::Constraint& node) {
    if (node.contype == CONSTR_NOTNULL) return not_nulls_.push_back(&node);
    constraints_.push_back({&node, {}, false, false, true});
  }

  // NOT NULL a, as a constraint of the table.
  void apply_not_null(const ::Constraint& node) {
    const Identifier name(sql::strings_of(node.keys).at(0));
    const auto column = std::find_if(columns_.begin(), columns_.end(),
                                     [&](const ColumnDraft& draft) { return draft.name == name; });
    if (column == columns_.end()) {
      return replay_.unresolved("column", id_.name + "." + name.text(), node.location);
    }
    write_not_null(node, column->attribute);
  }

  void collect_column(const ::ColumnDef& column) {
    const Identifier name(sql::text_of(column.colname));
    const auto known = std::find_if(columns_.begin(), columns_.end(),
                                    [&](const ColumnDraft& draft) { return draft.name == name; });
    if (known != columns_.end() && !relation_.of_type.empty()) {
      return apply_column_constraints(column.constraints, id_, relation_.persistence, *known,
                                      replay_);
    }
    if (known != columns_.end()) {
      return replay_.error(DiagnosticCode::duplicate_object,
                           "column \"" + printable(name.text()) + "\" is written twice",
                           column.location);
    }
    if (column.fdwoptions != nullptr && relation_.relation_kind != RelationKind::foreign) {
      return replay_.error(
          DiagnosticCode::wrong_object_kind,
          "\"" + printable(shown(id_)) + "\" is not a foreign table: its columns take no OPTIONS",
          column.location);
    }
    columns_.push_back(is_partition() ? partition_column(column)
                                      : column_draft(column, id_, relation_.persistence, replay_));
  }

  // Only constraints stand there; the type is the parent's.
  ColumnDraft partition_column(const ::ColumnDef& column) {
    ColumnDraft draft;
    draft.name = Identifier(sql::text_of(column.colname));
    if (!parents_.empty()) {
      const auto* parent = replay_.catalog().get<Attribute>(attribute_id(parents_[0], draft.name));
      if (parent != nullptr) draft.attribute.type = parent->type;
    }
    draft.attribute.foreign_options = foreign_options_of(column.fdwoptions);
    apply_column_constraints(column.constraints, id_, relation_.persistence, draft, replay_);
    return draft;
  }

  void collect_like(const ::TableLikeClause& like) {
    for (ColumnDraft& column : like_columns(like, id_, relation_.persistence, replay_)) {
      columns_.push_back(std::move(column));
    }
    likes_.push_back(&like);
  }

  void put_columns() {
    for (const ColumnDraft& column : columns_) {
      put_column(id_, column, replay_);
      constraints_of_columns_.insert(constraints_of_columns_.end(), column.constraints.begin(),
                                     column.constraints.end());
    }
    for (const ColumnDraft& column : columns_) {
      if (column.attribute.generated == Generated::none) continue;
      put_default(id_, column.name, column.default_value, replay_);
      replay_.locate(default_id(id_, column.name), column.location);
    }
  }

  void add_checks() {
    for (ConstraintDraft& draft : drafts_of(Wanted::checks)) {
      draft.constraint.validated = draft.constraint.enforced;
      add_constraint(id_, std::move(draft), Reach::with_children, replay_);
    }
  }

  static Wanted what_is(const WrittenConstraint& written) {
    if (written.node->contype == CONSTR_CHECK) return Wanted::checks;
    return written.node->contype == CONSTR_FOREIGN ? Wanted::foreign_keys : Wanted::keys;
  }

  // In the order written: columns and table constraints stand in one list.
  std::vector<ConstraintDraft> drafts_of(Wanted wanted) {
    std::vector<WrittenConstraint> all = constraints_of_columns_;
    all.insert(all.end(), constraints_.begin(), constraints_.end());
    std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
      return one.node->location < other.node->location;
    });
    std::vector<ConstraintDraft> drafts;
    for (const WrittenConstraint& written : all) {
      if (what_is(written) != wanted) continue;
      if (auto draft = constraint_draft(written, id_, replay_)) drafts.push_back(std::move(*draft));
    }
    return drafts;
  }

  const ::CreateStmt& statement_;
  Replay& replay_;
  Relation relation_;
  ObjectId id_;
  std::vector<ObjectId> parents_;
  std::vector<ColumnDraft> columns_;
  std::vector<WrittenConstraint> constraints_;
  std::vector<const ::Constraint*> not_nulls_;  // of the table, not of a column
  std::vector<WrittenConstraint> constraints_of_columns_;
  std::vector<const ::TableLikeClause*> likes_;
};

bool is_created_temporary(const ::CreateStmt& statement) {
  return statement.relation->relpersistence == 't' ||
         sql::text_of(statement.relation->schemaname) == "pg_temp";
}

}  // namespace

void create_table(const ::CreateStmt& statement, Relation relation, Replay& replay) {
  TableCreation(statement, std::move(relation), replay).run();
}

void lower(const ::CreateStmt& statement, Replay& replay) {
  if (is_created_temporary(statement)) {
    return replay.note_temporary(sql::text_of(statement.relation->relname));
  }
  create_table(statement, {}, replay);
}

}  // namespace pgplumb::parse
