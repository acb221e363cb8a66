#include <algorithm>

#include "parse/index_definition.hpp"
#include "parse/partitions.hpp"
#include "parse/relation_tree.hpp"
#include "parse/replay.hpp"
#include "parse/statements.hpp"
#include "parse/written_names.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

bool can_be_indexed(const std::optional<ObjectId>& id) {
  return id && (id->kind == ObjectKind::relation || id->kind == ObjectKind::materialized_view);
}

bool columns_exist(const Index& index, const ObjectId& relation, Replay& replay) {
  if (relation.kind != ObjectKind::relation) return true;
  std::vector<Identifier> columns = index.include;
  for (const IndexElement& element : index.elements) {
    if (!element.attribute.empty()) columns.push_back(element.attribute);
  }
  for (const Identifier& column : columns) {
    if (replay.catalog().contains(attribute_id(relation, column))) continue;
    replay.unresolved("column", relation.name + "." + column.text());
    return false;
  }
  return true;
}

bool name_is_free(const ::IndexStmt& statement, const QualifiedName& name, Replay& replay) {
  if (!replay.catalog().find_class(name)) return true;
  if (!statement.if_not_exists) {
    replay.error(DiagnosticCode::duplicate_object,
                 "relation \"" + printable(shown(name)) + "\" exists already");
  }
  return false;
}

// One that is the column's own is not kept, and the query of a materialized view may not tell.
bool may_be_own_collation(const Index& index, Replay& replay) {
  return std::any_of(index.elements.begin(), index.elements.end(), [&](const auto& element) {
    return !element.collation.empty() &&
           !sql::column_collation(index.relation, element.attribute, replay.names());
  });
}

// The same of an operator class that is the default of the column's type.
bool may_be_default_class(const Index& index, Replay& replay) {
  const auto* view = replay.catalog().get<MaterializedView>(
      object_id(ObjectKind::materialized_view, index.relation));
  if (view == nullptr) return false;
  const auto has_class = [](const auto& element) { return !element.operator_class.empty(); };
  if (std::none_of(index.elements.begin(), index.elements.end(), has_class)) return false;
  const auto columns = sql::output_columns(view->query, replay.names());
  const auto is_told = [&](const Identifier& name) {
    for (std::size_t i = 0; i < view->columns.size() && i < columns.size(); ++i) {
      if (view->columns[i] == name) return !columns[i].type.empty();
    }
    return false;
  };
  return std::any_of(index.elements.begin(), index.elements.end(), [&](const auto& element) {
    const bool told =
        element.attribute.empty() ? element.expression.closed : is_told(element.attribute);
    return has_class(element) && !told;
  });
}

}  // namespace

void lower(const ::IndexStmt& statement, Replay& replay) {
  if (replay.is_temporary(*statement.relation)) {
    if (statement.idxname != nullptr) replay.note_temporary(statement.idxname);
    return;
  }
  const auto relation = replay.find_class(*statement.relation);
  if (!can_be_indexed(relation)) {
    return replay.unresolved("table", written(*statement.relation), statement.relation->location);
  }
  IndexDraft draft = index_draft(statement, relation->qualified_name(), replay);
  Identifier name(sql::text_of(statement.idxname));
  if (name.empty()) name = choose_index_name(*relation, draft.labels, "idx", replay);
  const ObjectId id = object_id(ObjectKind::index, {Identifier(relation->space), name});
  if (!name_is_free(statement, id.qualified_name(), replay)) return;
  if (!columns_exist(draft.index, *relation, replay)) return;
  replay.put(id, std::move(draft.index));
  const Index& made = *replay.catalog().get<Index>(id);
  if (may_be_own_collation(made, replay) || may_be_default_class(made, replay)) replay.doubt({id});
  // ONLY: `inh` is false.
  if (statement.relation->inh) return pass_on_index(id, replay);
  keep_index_from_partitions(id, replay);
}

}  // namespace pgplumb::parse
