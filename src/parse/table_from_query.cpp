#include "parse/table_from_query.hpp"

#include <algorithm>

#include "parse/options.hpp"
#include "parse/relation_tree.hpp"
#include "parse/view_definition.hpp"
#include "parse/written_names.hpp"
#include "sql/canonical.hpp"
#include "sql/tree.hpp"

namespace pgplumb::parse {
namespace {

bool name_is_free(const QualifiedName& name, IfExists if_exists, Replay& replay) {
  if (!replay.catalog().find_class(name)) return true;
  if (if_exists == IfExists::fails) {
    replay.error(DiagnosticCode::duplicate_object,
                 "relation \"" + printable(shown(name)) + "\" exists already");
  }
  return false;
}

void put_columns(const ObjectId& id, const std::vector<sql::OutputColumn>& columns,
                 const std::vector<Identifier>& names, Replay& replay) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    // A half-known column would be a claim: without it, it is open whether there is one.
    if (columns[i].type.empty() || !columns[i].collation) continue;
    Attribute attribute;
    attribute.position = static_cast<int>(i) + 1;
    attribute.type = columns[i].type;
    attribute.collation = *columns[i].collation;
    replay.put(attribute_id(id, i < names.size() ? names[i] : columns[i].name),
               std::move(attribute));
  }
}

void create_table(const ::Node* query, const ::IntoClause& into, const QualifiedName& name,
                  Replay& replay) {
  const ObjectId id = object_id(ObjectKind::relation, name);
  Expression source = replay.query(query);
  sql::canonicalize(source, {ExpressionRole::view_query, name, {}}, replay.names());
  const auto columns = sql::output_columns(source, replay.names());
  const bool known = !columns.empty() && std::all_of(columns.begin(), columns.end(),
                                                     [](const auto& c) { return !c.type.empty(); });
  const bool collations_known = std::all_of(columns.begin(), columns.end(),
                                            [](const auto& c) { return c.collation.has_value(); });
  if (!known || !collations_known) {
    replay.opaque(known ? "the collations of the query's columns"
                        : "the types of the query's columns");
    if (replay.catalog().contains(id)) return;
    replay.assume();  // it has columns that the model will not hold
  }
  for (const ObjectId& used : source.references) replay.take_columns(used, id);
  Relation relation;
  if (into.rel->relpersistence == 'u') relation.persistence = Persistence::unlogged;
  relation.options = options_of(into.options);
  relation.access_method = replay.table_access_method(into.accessMethod);
  relation.tablespace = replay.tablespace(into.tableSpaceName);
  replay.put(id, std::move(relation));
  put_columns(id, columns, sql::identifiers_of(into.colNames), replay);
}

void create_materialized_view(const ::Node* query, const ::IntoClause& into,
                              const QualifiedName& name, Replay& replay) {
  MaterializedView view;
  view.query = named_query(query, into.colNames, name, replay);
  view.columns = view_columns(view.query, into.colNames, replay);
  view.options = options_of(into.options);
  view.access_method = replay.table_access_method(into.accessMethod);
  view.tablespace = replay.tablespace(into.tableSpaceName);
  view.populated = !into.skipData;
  replay.put(object_id(ObjectKind::materialized_view, name), std::move(view));
}

}  // namespace

void create_from_query(const ::Node* query, const ::IntoClause& into, QueryResult result,
                       IfExists if_exists, Replay& replay) {
  if (into.rel->relpersistence == 't' || sql::text_of(into.rel->schemaname) == "pg_temp") {
    return replay.note_temporary(sql::text_of(into.rel->relname));
  }
  const QualifiedName name = replay.creation_name(*into.rel);
  if (!name_is_free(name, if_exists, replay)) return;
  if (nodeTag(query) != T_SelectStmt) return replay.opaque("the columns of a prepared statement");
  if (result == QueryResult::materialized_view && into.rel->relpersistence == 'u') {
    return replay.error(DiagnosticCode::refused_statement, "materialized views can't be unlogged",
                        into.rel->location);
  }
  if (result == QueryResult::table) return create_table(query, into, name, replay);
  create_materialized_view(query, into, name, replay);
}

bool select_into(const ::SelectStmt& statement, Replay& replay) {
  // The clause stands in the leftmost SELECT of a UNION.
  auto* leaf = const_cast<::SelectStmt*>(&statement);
  while (leaf->larg != nullptr) leaf = leaf->larg;
  if (leaf->intoClause == nullptr) return false;
  const ::IntoClause& into = *leaf->intoClause;
  leaf->intoClause = nullptr;
  create_from_query(reinterpret_cast<const ::Node*>(&statement), into, QueryResult::table,
                    IfExists::fails, replay);
  return true;
}

}  // namespace pgplumb::parse
