#include "parse/like_clause.hpp"

#include <algorithm>

#include "parse/constraint_definition.hpp"
#include "parse/index_definition.hpp"
#include "parse/relation_tree.hpp"
#include "parse/statistics.hpp"
#include "parse/written_names.hpp"
#include "sql/canonical.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

bool including(const ::TableLikeClause& clause, ::TableLikeOption option) {
  return (clause.options & static_cast<bits32>(option)) != 0;
}

class LikeColumns {
 public:
  LikeColumns(const ::TableLikeClause& clause, const ObjectId& relation, Persistence persistence,
              Replay& replay)
      : clause_(clause), relation_(relation), persistence_(persistence), replay_(replay) {}

  std::vector<ColumnDraft> of(const ObjectId& model) {
    std::vector<ColumnDraft> columns;
    if (model.kind == ObjectKind::relation) {
      for (const ObjectId& id : replay_.catalog().attributes_of(model)) columns.push_back(copy(id));
    } else if (const auto* type = replay_.catalog().get<CompositeType>(model)) {
      for (const CompositeAttribute& field : type->attributes) {
        columns.push_back(plain(field.name, field.type));
      }
    } else {
      view_columns(model, columns);
    }
    return columns;
  }

 private:
  static ColumnDraft plain(const Identifier& name, const TypeRef& type) {
    ColumnDraft draft;
    draft.name = name;
    draft.attribute.type = type;
    return draft;
  }

  void view_columns(const ObjectId& model, std::vector<ColumnDraft>& columns) {
    const auto* view = replay_.catalog().get<View>(model);
    const auto* stored = replay_.catalog().get<MaterializedView>(model);
    if (view == nullptr && stored == nullptr) return;
    const Expression& query = view != nullptr ? view->query : stored->query;
    const auto& names = view != nullptr ? view->columns : stored->columns;
    const auto outputs = sql::output_columns(query, replay_.names());
    bool known = !outputs.empty();
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      known = known && !outputs[i].type.empty();
      known = known && outputs[i].collation.has_value();
      if (outputs[i].type.empty() || !outputs[i].collation) continue;
      ColumnDraft draft = plain(i < names.size() ? names[i] : outputs[i].name, outputs[i].type);
      draft.attribute.collation = *outputs[i].collation;
      columns.push_back(std::move(draft));
    }
    if (!known) replay_.opaque("the types of the columns of \"" + shown(model) + "\"");
  }

  ColumnDraft copy(const ObjectId& id) {
    const auto& model = *replay_.catalog().get<Attribute>(id);
    ColumnDraft draft = plain(Identifier(id.member), model.type);
    draft.attribute.not_null = model.not_null;
    draft.attribute.not_null_name = model.not_null_name;
    draft.attribute.collation = model.collation;
    if (including(clause_, CREATE_TABLE_LIKE_STORAGE)) draft.attribute.storage = model.storage;
    if (including(clause_, CREATE_TABLE_LIKE_COMPRESSION)) {
      draft.attribute.compression = model.compression;
    }
    copy_default(id, model, draft);
    if (model.identity != Identity::none && including(clause_, CREATE_TABLE_LIKE_IDENTITY)) {
      copy_identity(id, model, draft);
    }
    return draft;
  }

  void copy_default(const ObjectId& id, const Attribute& model, ColumnDraft& draft) {
    const bool generated = model.generated != Generated::none;
    if (!including(clause_, generated ? CREATE_TABLE_LIKE_GENERATED : CREATE_TABLE_LIKE_DEFAULTS)) {
      return;
    }
    const auto* value =
        replay_.catalog().get<AttributeDefault>(default_id(relation_of(id), draft.name));
    if (value == nullptr) return;
    draft.default_value = restated(value->expression);
    draft.attribute.generated = model.generated;
  }

  void copy_identity(const ObjectId& id, const Attribute& model, ColumnDraft& draft) {
    draft.attribute.identity = model.identity;
    ColumnSequence made =
        identity_sequence(nullptr, relation_, draft.name, model.type, persistence_, replay_);
    if (const Sequence* sequence = identity_of(id)) {
      Sequence settings = *sequence;
      settings.owner_relation = made.sequence.owner_relation;
      settings.persistence = persistence_;
      // The server copies the bounds but not the type.
      settings.type = builtin_type("int8");
      made.sequence = settings;
    }
    draft.sequence = std::move(made);
  }

  const Sequence* identity_of(const ObjectId& attribute) const {
    for (const ObjectId& id : replay_.catalog().sequences_of(attribute.qualified_name())) {
      const auto* sequence = replay_.catalog().get<Sequence>(id);
      if (sequence->identity && sequence->owner_attribute.text() == attribute.member) {
        return sequence;
      }
    }
    return nullptr;
  }

  const ::TableLikeClause& clause_;
  const ObjectId& relation_;
  Persistence persistence_;
  Replay& replay_;
};

void copy_comment(const ObjectId& model, const ObjectId& copy, const ::TableLikeClause& clause,
                  Replay& replay) {
  if (!including(clause, CREATE_TABLE_LIKE_COMMENTS)) return;
  const auto* comment = replay.catalog().get<Comment>(about(ObjectKind::comment, model));
  if (comment == nullptr) return;
  replay.put(about(ObjectKind::comment, copy), Comment{comment->text});
}

// Columns of a view or a type are no objects of their own: their comments are.
void copy_column_comments(const ::TableLikeClause& clause, const ObjectId& model,
                          const ObjectId& relation, Replay& replay) {
  for (const ObjectId& column : replay.catalog().attributes_of(relation)) {
    const Identifier name(column.member);
    copy_comment(part_of(model, ObjectKind::attribute, name), attribute_id(relation, name), clause,
                 replay);
  }
}

void like_checks(const ::TableLikeClause& clause, const ObjectId& model, const ObjectId& relation,
                 Replay& replay) {
  for (const ObjectId& id : replay.catalog().parts_of(model, ObjectKind::constraint)) {
    const auto* constraint = replay.catalog().get<Constraint>(id);
    if (constraint->type != ConstraintType::check) continue;
    ConstraintDraft draft;
    draft.name = Identifier(id.member);
    draft.constraint.check = restated(constraint->check);
    draft.constraint.no_inherit = constraint->no_inherit;
    add_constraint(relation, std::move(draft), Reach::with_children, replay);
    copy_comment(id, constraint_id(relation, Identifier(id.member)), clause, replay);
  }
}

// Of the index behind a key; that on the constraint itself stays behind.
void copy_comments_of_keys(const ::TableLikeClause& clause, const ObjectId& model,
                           const ObjectId& relation, Replay& replay) {
  const auto index_of = [](const ObjectId& key) {
    return object_id(ObjectKind::index, qualified(key.space, key.member));
  };
  for (const ObjectId& id : replay.catalog().parts_of(model, ObjectKind::constraint)) {
    const Constraint key = *replay.catalog().get<Constraint>(id);
    if (!has_index(key)) continue;
    for (const ObjectId& copy : replay.catalog().parts_of(relation, ObjectKind::constraint)) {
      const auto* made = replay.catalog().get<Constraint>(copy);
      if (made->type == key.type && made->columns == key.columns && made->include == key.include) {
        copy_comment(index_of(id), index_of(copy), clause, replay);
        break;
      }
    }
  }
}

void like_keys(const ObjectId& model, const ObjectId& relation, Replay& replay) {
  std::vector<ConstraintDraft> drafts;
  for (const ObjectId& id : replay.catalog().parts_of(model, ObjectKind::constraint)) {
    const auto* constraint = replay.catalog().get<Constraint>(id);
    if (!has_index(*constraint)) continue;
    ConstraintDraft draft;
    draft.constraint = *constraint;
    draft.constraint.elements = restated(constraint->elements);
    draft.constraint.predicate = restated(constraint->predicate);
    keep_labels(*constraint, draft.constraint);
    draft.constraint.local = true;
    draft.constraint.inherited_from = 0;
    draft.constraint.partition_of = {};
    draft.constraint.index_partition_of = {};
    draft.constraint.clustered = false;
    draft.labels = labels_of(draft.constraint);
    drafts.push_back(std::move(draft));
  }
  // Also those that say the same as others.
  for (ConstraintDraft& draft : drafts) {
    add_constraint(relation, std::move(draft), Reach::with_children, replay);
  }
}

void like_indexes(const ::TableLikeClause& clause, const ObjectId& model, const ObjectId& relation,
                  Replay& replay) {
  like_keys(model, relation, replay);
  copy_comments_of_keys(clause, model, relation, replay);
  for (const ObjectId& id : replay.catalog().indexes_of(model.qualified_name())) {
    const Index& index = *replay.catalog().get<Index>(id);
    Index copy = index;
    copy.relation = relation.qualified_name();
    copy.elements = restated(copy.elements);
    keep_labels(index, copy);
    copy.valid = true;  // also where partitions of the model lack it
    copy.predicate = restated(copy.predicate);
    copy.partition_of = {};
    copy.clustered = false;
    const Identifier name = choose_index_name(relation, labels_of(copy), "idx", replay);
    const ObjectId made = object_id(ObjectKind::index, {Identifier(relation.space), name});
    replay.put(made, std::move(copy));
    copy_comment(id, made, clause, replay);
  }
}

// The server keeps them in the order of the table's columns, however they were written.
void sort_by_position(std::vector<Identifier>& columns, const ObjectId& table,
                      const Catalog& catalog) {
  const auto position = [&](const Identifier& column) {
    const auto* attribute = catalog.get<Attribute>(part_of(table, ObjectKind::attribute, column));
    return attribute == nullptr ? 0 : attribute->position;
  };
  std::ranges::stable_sort(columns, {}, position);
}

// Named anew, in the namespace of the new table; the target is not copied.
void like_statistics(const ::TableLikeClause& clause, const ObjectId& model,
                     const ObjectId& relation, Replay& replay) {
  for (const ObjectId& id : statistics_of(replay.catalog(), model)) {
    StatisticsObject copy = *replay.catalog().get<StatisticsObject>(id);
    copy.relation = relation.qualified_name();
    copy.target.reset();
    sort_by_position(copy.columns, model, replay.catalog());
    std::vector<std::string> labels;
    for (const Identifier& column : copy.columns) labels.push_back(column.text());
    for (Expression& expression : copy.expressions) {
      expression = restated(expression);
      labels.emplace_back("expr");
    }
    const ObjectId made =
        object_id(ObjectKind::statistics_object, choose_statistics_name(relation, labels, replay));
    replay.put(made, std::move(copy));
    copy_comment(id, made, clause, replay);
  }
}

}  // namespace

std::vector<ColumnDraft> like_columns(const ::TableLikeClause& clause, const ObjectId& relation,
                                      Persistence persistence, Replay& replay) {
  if (replay.is_temporary(*clause.relation)) {
    replay.opaque("LIKE of a temporary table");
    return {};
  }
  const auto model = replay.find_class(*clause.relation);
  if (!model) {
    replay.unresolved("table", written(*clause.relation), clause.relation->location);
    return {};
  }
  replay.take_columns(*model, relation);
  return LikeColumns(clause, relation, persistence, replay).of(*model);
}

void like_parts(const ::TableLikeClause& clause, const ObjectId& relation, Replay& replay) {
  const auto model = replay.find_class(*clause.relation);
  if (!model) return;
  copy_column_comments(clause, *model, relation, replay);
  if (including(clause, CREATE_TABLE_LIKE_CONSTRAINTS)) {
    like_checks(clause, *model, relation, replay);
  }
  if (including(clause, CREATE_TABLE_LIKE_INDEXES)) {
    like_indexes(clause, *model, relation, replay);
  }
  if (including(clause, CREATE_TABLE_LIKE_STATISTICS)) {
    like_statistics(clause, *model, relation, replay);
  }
}

}  // namespace pgplumb::parse
